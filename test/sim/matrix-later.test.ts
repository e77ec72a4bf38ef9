import { describe } from "vitest";
import { testCells } from "./cell-tests.js";

describe("the fault matrix, from the witness on", () => testCells(7, 12));

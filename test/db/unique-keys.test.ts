import { afterEach, beforeEach, expect, test } from "vitest";
import { aPost } from "./builders.js";
import { type Approved, approved, type House, openHouse } from "./house.js";
import { insertRaw } from "./raw-sql.js";

let house: House;
let made: Approved;
beforeEach(async () => {
  house = await openHouse();
  made = await approved(house.store);
  house.database.sqlite.exec("DROP TRIGGER posts_again");
});
afterEach(() => house.database.close());

test("an approval has one post by its key alone, also when the first has ended", () => {
  const another = () => insertRaw(house.database.sqlite, "posts", { ...aPost(made.approval) });
  house.database.sqlite.exec("UPDATE posts SET state = 'cancelled'");
  expect(another).toThrow("UNIQUE constraint failed: posts.approval_id");
});

import type { Acted } from "../slack/hands.js";
import type { Act, TroubleState } from "../stage/stage-api.js";

/** Does one act of a person. Rejects with a sentence when the sandbox itself refuses it. */
export async function act(what: Act): Promise<Acted> {
  return post("/api/act", what);
}

export async function setTrouble(id: string, on: boolean): Promise<TroubleState[]> {
  return post("/api/trouble", { id, on });
}

async function post<T>(path: string, body: unknown): Promise<T> {
  const response = await fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(typeof answer.wrong === "string" ? answer.wrong : "The sandbox refused.");
  return answer;
}

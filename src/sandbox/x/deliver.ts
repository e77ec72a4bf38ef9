import type { ServerResponse } from "node:http";
import type { Delivery } from "./apply-fault.js";

/** Puts a delivery on the wire. */
export function deliver(delivery: Delivery, response: ServerResponse): void {
  switch (delivery.kind) {
    case "reset":
      response.socket?.resetAndDestroy();
      return;
    case "close":
      response.socket?.destroy();
      return;
    case "whole":
    case "cut_off": {
      const { status, headers, body } = delivery.answer;
      const bytes = Buffer.from(body);
      response.writeHead(status, { ...headers, "content-length": bytes.length });
      if (delivery.kind === "whole") {
        response.end(bytes);
      } else {
        response.write(bytes.subarray(0, Math.ceil(bytes.length / 2)), () => response.socket?.destroy());
      }
      return;
    }
    default:
      delivery satisfies never;
  }
}

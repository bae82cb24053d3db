/** The middleware needs Node's own request and response and nothing of a framework. */
declare module "compression" {
  import type { IncomingMessage, ServerResponse } from "node:http";

  export default function compression(options?: {
    threshold?: number;
  }): (incoming: IncomingMessage, outgoing: ServerResponse, next: () => void) => void;
}

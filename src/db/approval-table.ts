import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { type Approval, approvingActs } from "../core/approval.js";
import type {
  ApprovalId,
  DeliveryKey,
  DeskId,
  Digest,
  RevisionId,
  SlackChannelId,
  SlackTeamId,
  SlackTs,
  SlackUserId,
  SuggestionId,
  XAccountId,
} from "../core/ids.js";
import type { StoredApproval } from "../flows/ports.js";
import { jsonText, rowDecoder, textAs } from "./decode-row.js";
import type { OpenDatabase } from "./open-database.js";
import { approvals } from "./schema.js";
import { rowInserter } from "./write-rows.js";

const decode = rowDecoder<StoredApproval>(
  "approvals",
  z
    .object({
      id: textAs<ApprovalId>(),
      deskId: textAs<DeskId>(),
      suggestionId: textAs<SuggestionId>(),
      revisionId: textAs<RevisionId>(),
      revisionDigest: textAs<Digest>(),
      text: z.string(),
      media: jsonText(z.array(textAs<Digest>())),
      accountId: textAs<XAccountId>(),
      postAt: z.number(),
      act: z.enum(approvingActs),
      teamId: textAs<SlackTeamId>(),
      approvedBy: textAs<SlackUserId>(),
      approvedAt: z.number(),
      cardChannel: textAs<SlackChannelId>(),
      cardTs: textAs<SlackTs>(),
      delivery: textAs<DeliveryKey>(),
      keyId: z.string(),
      seal: z.string(),
    })
    .transform(({ keyId, seal, ...agreed }) => ({ agreed, keyId, seal })),
);

export function approvalTable({ drizzle }: OpenDatabase) {
  const byId = drizzle
    .select()
    .from(approvals)
    .where(eq(approvals.id, sql.placeholder("id")))
    .prepare();
  const insert = rowInserter(drizzle, approvals);

  return {
    read(id: ApprovalId): StoredApproval | null {
      const row = byId.get({ id });
      return row ? decode(row) : null;
    },
    /** False: this press has made one already. */
    write: (approval: Approval): boolean => insert({ ...approval, media: JSON.stringify(approval.media) }),
  };
}

import type { SlackText } from "./block-shapes.js";
import { useReader } from "./reader.js";
import { Rendered } from "./rendered.js";
import { richTextFromMrkdwn, richTextFromPlain } from "./rich-text-from-mrkdwn.js";
import { slackDate } from "./slack-date.js";

/** A Slack text object, drawn as Slack reads it: plain text stays exactly as it is. */
export function TextView({ text }: { text: SlackText }) {
  const { person } = useReader();
  return (
    <Rendered
      block={
        text.type === "mrkdwn"
          ? richTextFromMrkdwn(text.text, (seconds, format) => slackDate(seconds, format, person))
          : richTextFromPlain(text.text, text.emoji ?? true)
      }
    />
  );
}

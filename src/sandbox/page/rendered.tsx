import { type Block, Message } from "slack-blocks-to-jsx";
import { useReader } from "./reader.js";
import { useDark } from "./use-dark.js";

/** One block drawn by the renderer, with the names and links this page knows. */
export function Rendered({ block }: { block: Block }) {
  const { people, conversations, showHere } = useReader();
  return (
    <Message
      withoutWrapper
      blocks={[block]}
      name=""
      logo=""
      theme={useDark() ? "dark" : "light"}
      data={{
        users: people.map(({ id, realName }) => ({ id, name: realName })),
        channels: conversations.map(({ id, name }) => ({ id, name })),
      }}
      hooks={{
        link: ({ href, children, className }) => (
          <a
            className={className}
            href={/^(https?|mailto):/.test(href) ? href : undefined}
            target="_blank"
            rel="noopener noreferrer"
            onClick={(event) => {
              if (showHere(href)) event.preventDefault();
            }}
          >
            {children}
          </a>
        ),
      }}
    />
  );
}

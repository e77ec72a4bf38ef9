import type { Block as LibraryBlock } from "slack-blocks-to-jsx";
import type { Block } from "../slack/hands.js";
import { ActionElement, type ActionElementProps, type Press } from "./action-element.js";
import type { ImageElement, InputBlock, ShownBlock, SlackText } from "./block-shapes.js";
import { isExact } from "./is-exact.js";
import { Rendered } from "./rendered.js";
import { TextView } from "./text-view.js";

export type BlockListProps = {
  blocks: readonly Block[];
  press: Press;
  /** Draws an input block; a message's inputs cannot be filled here, a form's can. */
  input?: (block: InputBlock) => React.ReactNode;
};

/** Blocks from top to bottom: text and pictures through the renderer, everything that can be pressed as real controls. */
export function BlockList({ blocks, press, input }: BlockListProps) {
  const shown = blocks as readonly unknown[] as readonly ShownBlock[];
  return (
    <div className="blocks">
      {shown.map((block, index) => (
        <OneBlock
          // What is typed stays in its field when blocks come and go around it; other blocks have but their place.
          key={block.type === "input" ? block.block_id : index}
          block={block}
          exact={isExact(shown, index)}
          press={press}
          {...(input && { input })}
        />
      ))}
    </div>
  );
}

function OneBlock({
  block,
  exact,
  press,
  input,
}: { block: ShownBlock; exact: boolean } & Omit<BlockListProps, "blocks">) {
  switch (block.type) {
    case "section":
      return (
        <div
          className={`section ${block.accessory?.type === "image" ? "pictured" : ""} ${exact ? "exact" : ""}`}
        >
          <div className="section-text">
            {block.text && <TextView text={block.text} />}
            {block.fields && (
              <div className="fields">
                {block.fields.map((field) => (
                  <TextView key={field.text} text={field} />
                ))}
              </div>
            )}
          </div>
          {block.accessory && <Accessory element={block.accessory} blockId={block.block_id} press={press} />}
        </div>
      );
    case "context":
      return (
        <div className="context">
          {block.elements.map((element, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts of a line have no identity but their place
            <ContextPart key={index} element={element} />
          ))}
        </div>
      );
    case "header":
      return (
        // biome-ignore lint/a11y/useSemanticElements: the renderer draws block elements, which a heading may not hold
        <div className="block-header" role="heading" aria-level={3}>
          <TextView text={block.text} />
        </div>
      );
    case "actions":
      return (
        <div className="actions">
          {block.elements.map((element) => (
            <ActionElement
              key={"action_id" in element ? element.action_id : ""}
              element={element}
              blockId={block.block_id}
              press={press}
            />
          ))}
        </div>
      );
    case "input":
      return input ? input(block) : null;
    case "container":
      return (
        <section className="container">
          {block.title && <TextView text={block.title} />}
          {block.subtitle && <TextView text={block.subtitle} />}
          <BlockList
            blocks={(block.child_blocks ?? block.blocks ?? []) as readonly unknown[] as readonly Block[]}
            press={press}
            {...(input && { input })}
          />
        </section>
      );
    case "card": {
      const { actions, ...card } = block;
      return (
        <div className="card-block">
          <Rendered block={card as unknown as LibraryBlock} />
          {actions && (
            <div className="actions">
              {actions.map((element) => (
                <ActionElement
                  key={"action_id" in element ? element.action_id : ""}
                  element={element}
                  blockId={block.block_id}
                  press={press}
                />
              ))}
            </div>
          )}
        </div>
      );
    }
    case "divider":
      return <hr />;
    default:
      return <Rendered block={block} />;
  }
}

function Accessory({ element, blockId, press }: ActionElementProps) {
  if (element.type === "image")
    return <img className="thumb" src={element.image_url} alt={element.alt_text} />;
  return <ActionElement element={element} blockId={blockId} press={press} />;
}

function ContextPart({ element }: { element: SlackText | ImageElement }) {
  if (element.type === "image") return <img src={element.image_url} alt={element.alt_text} />;
  return <TextView text={element} />;
}

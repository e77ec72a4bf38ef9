import { useEffect } from "react";
import type { Seen } from "../slack/hands.js";
import { act } from "./act.js";
import type { Press } from "./action-element.js";
import { BlockList } from "./block-list.js";
import { FormField, heldValue } from "./form-field.js";
import { slackTrouble } from "./slack-trouble.js";
import { useFormFill } from "./use-form-fill.js";

export type HomeViewProps = { seen: Seen; onTrouble: (sentence: string | null) => void };

/** The app's own page for this person. Opening it tells the app, which publishes what stands here. */
export function HomeView({ seen, onTrouble }: HomeViewProps) {
  const user = seen.user.id;
  const { home } = seen;
  const viewId = home?.id ?? "";
  const { fill, settle } = useFormFill(user, viewId);

  useEffect(() => {
    void act({ act: "openHome", user }).catch(() => undefined);
  }, [user]);

  async function press(what: Parameters<Press>[0]): Promise<void> {
    await settle();
    const pressed = await act({ act: "pressInView", user, viewId, ...what });
    onTrouble(slackTrouble("press", pressed.slackError));
  }

  return (
    <section className="conversation" data-home-of={user} aria-label="Home of the app">
      <header className="pane-head">
        <h1>Home</h1>
        <p>The app’s own page for {seen.user.realName}</p>
      </header>
      <div className="messages home">
        {home === null ? (
          <p className="empty">The app has put nothing here.</p>
        ) : (
          <BlockList
            blocks={home.blocks}
            press={press}
            input={(block) => (
              <FormField
                key={block.block_id}
                block={block}
                value={heldValue({ values: home.values ?? {} }, block)}
                error={null}
                fill={fill}
              />
            )}
          />
        )}
      </div>
    </section>
  );
}

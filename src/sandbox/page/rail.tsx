import type { Seen } from "../slack/hands.js";
import type { BotState, CastMember } from "../stage/stage-api.js";
import { Avatar } from "./avatar.js";
import { PersonSwitch } from "./person-switch.js";

/** What the middle shows: a conversation, or the app's home. */
export type Place = { kind: "conversation"; id: string } | { kind: "home" };

export type RailProps = {
  seen: Seen | null;
  cast: readonly CastMember[];
  user: string;
  place: Place | null;
  unread: (user: string, channel: string) => boolean;
  bot: BotState | null;
  onUser: (user: string) => void;
  onPlace: (place: Place) => void;
  onBackstage: () => void;
};

export function Rail({ seen, cast, user, place, unread, bot, onUser, onPlace, onBackstage }: RailProps) {
  const conversations = seen?.conversations ?? [];
  const entry = (
    id: string,
    sign: React.ReactNode,
    name: string,
    kind: "channel" | "dm",
    member: boolean,
  ) => {
    const fresh = member && unread(user, id);
    const here = place?.kind === "conversation" && place.id === id;
    return (
      <button
        key={id}
        type="button"
        className={`entry ${here ? "here" : ""} ${fresh ? "fresh" : ""}`}
        data-channel={id}
        data-kind={kind}
        aria-current={here ? "page" : undefined}
        onClick={() => onPlace({ kind: "conversation", id })}
      >
        <span className="sign" aria-hidden="true">
          {sign}
        </span>
        <span className="entry-name">{name}</span>
        {!member && <small>not a member</small>}
        {fresh && <span className="dot" role="img" aria-label="something new" />}
      </button>
    );
  };
  return (
    <nav className="rail pane" aria-label="You and your conversations">
      <div className="mark">
        <Avatar id="app" name="Firsthand" size="s" />
        <strong>Firsthand</strong>
        <span>sandbox</span>
      </div>
      <PersonSwitch cast={cast} user={user} unread={unread} onUser={onUser} />
      <h2>Firsthand, the app</h2>
      <button
        type="button"
        className={`entry ${place?.kind === "home" ? "here" : ""}`}
        data-home
        aria-current={place?.kind === "home" ? "page" : undefined}
        onClick={() => onPlace({ kind: "home" })}
      >
        <span className="sign" aria-hidden="true">
          ⌂
        </span>
        <span className="entry-name">Home</span>
      </button>
      {conversations
        .filter(({ kind }) => kind === "dm")
        .map(({ id }) => entry(id, "✉", "Messages", "dm", true))}
      <h2>Channels</h2>
      {conversations
        .filter(({ kind }) => kind === "channel")
        .map(({ id, name, member }) => entry(id, "#", name, "channel", member))}
      <button type="button" className="entry backstage" data-backstage onClick={onBackstage}>
        <span className={`lamp ${bot?.status ?? ""}`} aria-hidden="true" />
        <span className="entry-name">
          Backstage
          <small>{bot === null ? "" : `the bot is ${bot.status === "crashed" ? "down" : bot.status}`}</small>
        </span>
      </button>
    </nav>
  );
}

import type { CastMember } from "../stage/stage-api.js";
import { act } from "./act.js";
import { Avatar } from "./avatar.js";

export type PersonSwitchProps = {
  cast: readonly CastMember[];
  user: string;
  unread: (user: string, channel: string) => boolean;
  onUser: (user: string) => void;
};

const LANGUAGES: [string, string][] = [
  ["en-GB", "English"],
  ["fr-FR", "Français"],
];

/** Who you are, and one press to be somebody else. A dot tells for whom something waits. */
export function PersonSwitch({ cast, user, unread, onUser }: PersonSwitchProps) {
  const you = cast.find(({ id }) => id === user);
  return (
    <section className="you" aria-label="Who you are">
      <p className="you-are">
        You are <strong>{you?.name ?? "…"}</strong>
        <span>{you?.role}</span>
      </p>
      <div className="cast">
        {cast.map((member) => (
          <button
            key={member.id}
            type="button"
            data-user={member.id}
            aria-pressed={member.id === user}
            title={`${member.name} · ${member.role}`}
            onClick={() => onUser(member.id)}
          >
            <Avatar id={member.id} name={member.name} size="m" />
            <span>{member.name.split(" ")[0]}</span>
            {Object.keys(member.newest).some((channel) => unread(member.id, channel)) && (
              <span className="dot" role="img" aria-label="something new" />
            )}
          </button>
        ))}
      </div>
      {you && (
        <label className="language">
          Reads Slack in{" "}
          <select
            data-locale
            value={you.locale.startsWith("fr") ? "fr-FR" : "en-GB"}
            onChange={(event) => void act({ act: "setLocale", user, locale: event.target.value })}
          >
            {LANGUAGES.map(([locale, name]) => (
              <option key={locale} value={locale}>
                {name}
              </option>
            ))}
          </select>
          <small>The app’s next words follow, within a minute or two.</small>
        </label>
      )}
    </section>
  );
}

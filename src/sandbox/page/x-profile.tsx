import { useEffect, useRef } from "react";
import type { SeenPerson } from "../slack/hands.js";
import type { XPost, XProfile } from "../stage/stage-api.js";
import { Avatar } from "./avatar.js";
import type { Spotlight } from "./post-on-profile.js";
import { slackDate } from "./slack-date.js";

export type XProfileViewProps = {
  profile: XProfile | null;
  reader: Pick<SeenPerson, "locale" | "tz">;
  phone: string;
  spotlight: Spotlight | null;
};

/** The executive's page on the local X, as the world would see it. */
export function XProfileView({ profile, reader, phone, spotlight }: XProfileViewProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (spotlight === null) return;
    const post = [...(list.current?.children ?? [])].find(
      (each) => each instanceof HTMLElement && each.dataset.postId === spotlight.postId,
    );
    (post ?? list.current)?.scrollIntoView({ block: "nearest" });
    for (const each of post ? [post] : (list.current?.children ?? [])) {
      each.animate([{ backgroundColor: "var(--accent-soft)" }, {}], { duration: 2_400, easing: "ease-in" });
    }
  }, [spotlight]);
  if (profile === null) return <section className={`x-side ${phone}`} aria-label="X" />;
  const standing = profile.posts.filter(({ deletedAt }) => deletedAt === null).length;
  return (
    <section className={`x-side ${phone}`} aria-label={`@${profile.handle} on X`}>
      <header className="x-head">
        <h2>
          <span className="x-sign" aria-hidden="true">
            𝕏
          </span>{" "}
          @{profile.handle} on X
        </h2>
        <span className="count">{standing === 1 ? "1 post" : `${standing} posts`}</span>
      </header>
      <div className="x-posts" aria-live="polite" ref={list}>
        {profile.posts.length === 0 && (
          <p className="empty">
            Nothing here yet. Only {profile.name}’s own press puts something on this page.
          </p>
        )}
        {profile.posts.map((post) => (
          <Post key={post.id} post={post} profile={profile} reader={reader} />
        ))}
      </div>
    </section>
  );
}

function Post({
  post,
  profile,
  reader,
}: {
  post: XPost;
  profile: XProfile;
  reader: Pick<SeenPerson, "locale" | "tz">;
}) {
  const gone = post.deletedAt !== null;
  return (
    <article
      className={gone ? "x-post gone" : "x-post"}
      data-post-id={post.id}
      data-deleted={gone || undefined}
    >
      <Avatar id={profile.handle} name={profile.name} size="m" />
      <div>
        <p className="byline">
          <strong>{profile.name}</strong>
          <span className="quiet">
            @{profile.handle} · <time>{slackDate(post.createdAt / 1000, "{time}", reader)}</time>
          </span>
        </p>
        <p className="x-text" data-post-text>
          {linked(post.text)}
        </p>
        {gone && <p className="quiet">Taken down</p>}
      </div>
    </article>
  );
}

/** The same characters, with web addresses made pressable. */
function linked(text: string): React.ReactNode[] {
  return text.split(/(https?:\/\/\S+)/).map((part, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text have no identity but their place
      <a key={index} href={part} target="_blank" rel="noopener noreferrer">
        {part}
      </a>
    ) : (
      part
    ),
  );
}

import { useEffect } from "react";
import type { CastMember } from "../stage/stage-api.js";
import { useStored } from "./use-stored.js";

/**
 * Which conversations hold something newer than their person last looked at. Reading is remembered per person, in this
 * browser; what is open before one's eyes counts as read.
 */
export function useUnread(
  cast: readonly CastMember[],
  open: { user: string; channel: string } | null,
): (user: string, channel: string) => boolean {
  const [read, setRead] = useStored<Record<string, string>>("read", {});
  const key = open && `${open.user} ${open.channel}`;
  const newest = open && cast.find(({ id }) => id === open.user)?.newest[open.channel];

  useEffect(() => {
    if (key && newest && read[key] !== newest) setRead({ ...read, [key]: newest });
  }, [key, newest, read, setRead]);

  return (user, channel) => {
    const last = cast.find(({ id }) => id === user)?.newest[channel];
    return last !== undefined && `${user} ${channel}` !== key && last > (read[`${user} ${channel}`] ?? "");
  };
}

/**
 * What a person can do in the local Slack, and what they can see. The page and the tests drive the local Slack through
 * this alone. Every act resolves when Slack would have shown its effect to the person: after the app's
 * acknowledgement, or after the 3 seconds in which it did not come.
 */
export type Hands = {
  command(act: { user: string; channel: string; command: string; text: string }): Promise<Acted>;
  globalShortcut(act: { user: string; callbackId: string }): Promise<Acted>;
  messageShortcut(act: { user: string; channel: string; ts: string; callbackId: string }): Promise<Acted>;
  /** Presses a button (or picks an overflow option: `option` is its value) on a message, an ephemeral one included. */
  press(act: {
    user: string;
    channel: string;
    ts: string;
    actionId: string;
    /** Needed only where several elements of the message share the `action_id`. */
    blockId?: string;
    option?: string;
  }): Promise<Acted>;
  /** Types into, or picks a value in, an open form. Sends `block_actions` when the input asks for it. */
  fill(act: {
    user: string;
    viewId: string;
    blockId: string;
    actionId: string;
    value: FillValue;
  }): Promise<Acted>;
  pressInView(act: {
    user: string;
    viewId: string;
    actionId: string;
    blockId?: string;
    option?: string;
  }): Promise<Acted>;
  submit(act: { user: string; viewId: string }): Promise<Acted>;
  closeView(act: { user: string; viewId: string }): Promise<Acted>;
  openHome(act: { user: string }): Promise<Acted>;
  /** A person writes a message: in a channel, or to the app in its DM. */
  say(act: { user: string; channel: string; text: string }): Promise<Acted>;
  join(act: { user: string; channel: string }): Promise<Acted>;
  leave(act: { user: string; channel: string }): Promise<Acted>;
  setLocale(act: { user: string; locale: string }): Promise<Acted>;
  /** Their phone is in another zone, and Slack took it over. */
  setZone(act: { user: string; tz: string }): Promise<Acted>;
  /** Everything this person can see now. */
  look(user: string): Seen;
  /** Calls back after every change of the workspace; returns how to stop. */
  watch(onChange: () => void): () => void;
};

/**
 * A text, an option value, or unix seconds of a date and time; null empties the field. Where several options can be
 * picked (checkboxes, multi-selects): all their values, joined by commas. Days are `2026-11-24`, times `08:30`.
 */
export type FillValue = string | number | null;

export type Acted = {
  /** What Slack itself says to the person: null when all went well. */
  slackError: "operation_timeout" | "app_not_reachable" | "dispatch_failed" | null;
  /** Time from the act to the app's acknowledgement, milliseconds. */
  ackMs: number;
  /** Field errors of a submitted form, by `block_id`. */
  fieldErrors: Record<string, string> | null;
};

export type Seen = {
  user: SeenPerson;
  people: SeenPerson[];
  conversations: SeenConversation[];
  /** Open forms, the top one last. */
  views: SeenView[];
  /** The app's home page: its view id, for `fill` and `pressInView`. */
  home: (Partial<Pick<SeenView, "id" | "values">> & { blocks: Block[] }) | null;
  commands: { command: string; description: string; usageHint: string }[];
  shortcuts: { name: string; type: "global" | "message"; callbackId: string; description: string }[];
};

export type SeenPerson = {
  id: string;
  name: string;
  realName: string;
  locale: string;
  tz: string;
  isBot: boolean;
  role: string;
};

export type SeenConversation = {
  id: string;
  kind: "channel" | "dm";
  name: string;
  member: boolean;
  messages: SeenMessage[];
};

export type SeenMessage = {
  ts: string;
  /** Set on a reply in a thread. */
  threadTs: string | null;
  user: string;
  text: string;
  blocks: Block[];
  /** Seen by this person only. */
  ephemeral: boolean;
  edited: boolean;
  broadcast: boolean;
  metadata: { event_type: string; event_payload: Record<string, unknown> } | null;
};

export type SeenView = {
  id: string;
  callbackId: string;
  title: string;
  submit: string | null;
  close: string | null;
  blocks: Block[];
  /** Typed or picked so far: block_id → action_id → value. */
  values: Record<string, Record<string, FillValue>>;
  errors: Record<string, string>;
  hash: string;
};

/** A Block Kit block as the app sent it (validated on the way in). */
export type Block = Record<string, unknown> & { type: string };

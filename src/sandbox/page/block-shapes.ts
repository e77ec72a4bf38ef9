import type { Block as LibraryBlock } from "slack-blocks-to-jsx";

export type SlackText = { type: "plain_text" | "mrkdwn"; text: string; emoji?: boolean };

/**
 * The parts of Block Kit this page draws or makes act itself. The local Slack has validated every block on its way in,
 * so a block's `type` is proof of its shape.
 */
export type ShownBlock =
  | { type: "section"; block_id?: string; text?: SlackText; fields?: SlackText[]; accessory?: Element }
  | { type: "context"; elements: (SlackText | ImageElement)[] }
  | { type: "header"; text: SlackText }
  | { type: "actions"; block_id?: string; elements: Element[] }
  | InputBlock
  | {
      type: "container";
      title?: SlackText;
      subtitle?: SlackText;
      child_blocks?: ShownBlock[];
      blocks?: ShownBlock[];
    }
  | { type: "card"; block_id?: string; actions?: Element[]; [field: string]: unknown }
  | Exclude<
      LibraryBlock,
      { type: "section" | "context" | "header" | "actions" | "input" | "container" | "card" }
    >;

export type InputBlock = {
  type: "input";
  block_id: string;
  label: SlackText;
  hint?: SlackText;
  optional?: boolean;
  element: Element;
};

export type ImageElement = { type: "image"; image_url: string; alt_text: string };

export type Option = { text: SlackText; value: string; description?: SlackText };

export type Confirm = {
  title: SlackText;
  text: SlackText;
  confirm: SlackText;
  deny: SlackText;
  style?: string;
};

type Common = { action_id: string; confirm?: Confirm; placeholder?: SlackText; focus_on_load?: boolean };

export type Element =
  | ImageElement
  | (Common & {
      type: "button";
      text: SlackText;
      style?: "primary" | "danger";
      url?: string;
      accessibility_label?: string;
    })
  | (Common & { type: "overflow"; options: Option[] })
  | (Common & {
      type: "static_select";
      options?: Option[];
      option_groups?: { label: SlackText; options: Option[] }[];
      initial_option?: Option;
    })
  | (Common & { type: "multi_static_select"; options: Option[]; initial_options?: Option[] })
  | (Common & { type: "radio_buttons"; options: Option[]; initial_option?: Option })
  | (Common & { type: "checkboxes"; options: Option[]; initial_options?: Option[] })
  | (Common & {
      type: "plain_text_input" | "url_text_input" | "email_text_input" | "number_input";
      multiline?: boolean;
      initial_value?: string;
      max_length?: number;
    })
  | (Common & { type: "datepicker"; initial_date?: string })
  | (Common & { type: "timepicker"; initial_time?: string })
  | (Common & { type: "datetimepicker"; initial_date_time?: number })
  | (Common & { type: "file_input" });

export type Button = Element & { type: "button" };

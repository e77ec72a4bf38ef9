type Fields = {
  readonly state: {
    readonly values: Record<
      string,
      Record<
        string,
        {
          value?: string | null;
          selected_date_time?: number | null;
          selected_option?: { value?: string } | null;
          selected_options?: readonly { value?: string }[] | null;
          selected_time?: string | null;
        }
      >
    >;
  };
};

/** What stands in a text field of a form; empty when it was left alone. */
export function fieldText(view: Fields, name: string): string {
  return view.state.values[name]?.value?.value ?? "";
}

/** The value of the option picked in a menu, or null. */
export function fieldChoice(view: Fields, name: string): string | null {
  return view.state.values[name]?.value?.selected_option?.value ?? null;
}

/** The values of every option ticked or picked. */
export function fieldChoices(view: Fields, name: string): string[] {
  const picked = view.state.values[name]?.value?.selected_options ?? [];
  return picked.flatMap(({ value }) => value ?? []);
}

/** The time picked, «08:30», or null. */
export function fieldTime(view: Fields, name: string): string | null {
  return view.state.values[name]?.value?.selected_time ?? null;
}

/** Whether the boxes of a field stand empty; a form without the field has none to empty. */
export function isUnticked(view: Fields, name: string): boolean {
  const ticked = view.state.values[name]?.value?.selected_options;
  return ticked?.length === 0;
}

/** The instant picked in a date-and-time field, or null. Slack counts seconds. */
export function fieldInstant(view: Fields, name: string): number | null {
  const seconds = view.state.values[name]?.value?.selected_date_time;
  return typeof seconds === "number" ? seconds * 1000 : null;
}

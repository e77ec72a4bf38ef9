/** Every control of ours is a button: whatever else carries the name of one was made by hand. */
export function isButton(action: { readonly type: string }): boolean {
  return action.type === "button";
}

import type { World } from "./world.js";

/** What must hold after every step, whatever breaks: one approval stands on X at most once, in its own words. */
export function checkAlways(world: World, checked: { effects: number }): void {
  const { effects } = world.x;
  for (; checked.effects < effects.length; checked.effects++) {
    const effect = effects[checked.effects];
    if (!effect) return;
    const agreed = world.approvals.get(effect.approval);
    if (!agreed) world.broken.push(`unapproved: «${effect.sent}» stands on X`);
    else if (agreed.text !== effect.sent)
      world.broken.push(`unapproved: «${effect.sent}» instead of «${agreed.text}»`);
    const times = effects.filter(({ approval }) => approval === effect.approval).length;
    if (times > 1) world.broken.push(`twice: approval ${effect.approval} stands on X ${times} times`);
  }
}

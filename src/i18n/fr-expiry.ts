import type { Words } from "./words.js";

export const frExpiry: Words["expiry"] = {
  stillWantIt: "J’y tiens toujours",
  seeAfterAll: "La voir quand même",
  wanted: ":inbox_tray: Elle est de nouveau dans la file.",
  seenSoon: "Elle la verra dans un instant.",
  inLine: "C’est dans la file ; sa carte viendra à son tour.",
  expired: "C’est expiré, sans décision.",
  suggestedAnew: (who, what) =>
    `${who} a suggéré le même article depuis, et c’est cela qui compte. ${what} Rien n’a été ramené.`,
  notTheirs: "Seule la personne qui l’a suggéré peut le redemander. Rien n’a changé.",
  notHers: "Seule la dirigeante peut ramener quelque chose de cette liste. Rien n’a changé.",
  tooSoon:
    "Slack ne nous a pas encore dit que ce message est ici, donc rien n’a changé. Appuyez à nouveau dans quelques secondes.",
  stale: "Ce n’est pas le message qui compte, donc rien n’a changé. Appuyez dans le plus récent.",
  offer: {
    title: (count) =>
      count < 2
        ? "*Une suggestion a expiré sans décision.*"
        : `*${count} suggestions ont expiré sans décision.*`,
    lead: "Rien ne vous est demandé : les laisser passer est une réponse. Ce que vous aimeriez voir quand même revient en carte d’un seul appui ; c’est la dernière fois qu’on vous le propose.",
    suggestedBy: "suggéré par",
    broughtBack: ":leftwards_arrow_with_hook: Ramenée.",
    more: (count) => (count < 2 ? "… et une plus ancienne" : `… et ${count} plus anciennes`),
  },
};

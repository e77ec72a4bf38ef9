import type { Words } from "./words.js";

export const frOwn: Words["own"] = {
  title: "Texte personnel",
  card: {
    fallback: "Vos propres mots sur une carte. Rien n’est publié avant votre appui.",
    written: (when) => `Écrit par vous · ${when}`,
    discard: "Jeter",
    discarded:
      ":wastebasket: *Jeté.* Rien n’a été publié. Pendant dix minutes, vous pouvez revenir là-dessus.",
    putAway:
      "*Mis de côté*, pas publié : quelqu’un d’autre décide ici désormais, et ces mots n’étaient qu’à vous.",
  },
  news: {
    wrote: (who) => `${who} a publié avec ses propres mots.`,
    posted: (who, link) => `:white_check_mark: ${who} a publié avec ses propres mots : ${link}`,
    postedUnseen: (who, profile) =>
      `:white_check_mark: ${who} a publié avec ses propres mots. C’est sur ${profile}.`,
  },
};

import type { Words } from "./words.js";

export const frTimes: Words["times"] = {
  offset: (utc) => `(UTC${utc})`,
  inZone: (when, zone) => `${when} (${zone})`,
  andThere: (home, there) => `${home}, là où vous êtes ${there}`,
  moved: (meant) => `${meant} n’existe pas cette nuit-là`,
  quick: "Heure",
  pickedBelow: "L’heure choisie ci-dessous",
  nowOrBelow: "Maintenant, ou à l’heure ci-dessous si vous en choisissez une",
  nextSlot: (when) => `Prochaine heure libre : ${when}`,
  tonight: (when) => `Ce soir : ${when}`,
  tomorrow: (when) => `Demain : ${when}`,
  monday: (when) => `Lundi : ${when}`,
  picked: "Ou choisir une heure",
  reschedule: "Autre heure",
  postNow: "Publier maintenant",
  insteadOf: (when) => `C’est approuvé pour ${when}. La nouvelle heure prend sa place.`,
  passed:
    "L’heure de ce bouton est passée, donc rien n’a été approuvé. La carte propose la suivante ; appuyez à nouveau.",
  linkKept: "Lien",
  keepLink: "Garder le lien vers l’article",
  theirDraft: "*Le brouillon qu’on vous a proposé*, pour comparer :",
  unfinished: "Vous écriviez ceci quand vous avez fermé le formulaire. Rien n’en a été publié.",
  ownEmoji: (names) =>
    `${names} n’existe que dans votre espace Slack, X ne peut pas l’afficher. Retirez-le ou choisissez-en un autre.`,
  nowOrThen: (handle, seconds) =>
    seconds === 0
      ? `« Approuver et publier » publie exactement ceci par *@${handle}* : tout de suite, ou à l’heure choisie.`
      : `« Approuver et publier » publie exactement ceci par *@${handle}* : maintenant, après ${seconds === 1 ? "une seconde pendant laquelle" : `${seconds} secondes pendant lesquelles`} vous pouvez l’arrêter, ou à l’heure choisie.`,
  goesAt: (handle, when) => `Partira par *@${handle}* le *${when}*.`,
  leftUnposted: (title) =>
    `:warning: *PAS publié : il reste un appui.* Vous avez fermé le formulaire avant le dernier appui. Vos mots sont sur la carte : ${title}`,
  stillUnposted: (title) =>
    `:warning: *Toujours PAS publié : il reste un appui.* Vos mots attendent sur la carte depuis dix minutes : ${title}`,
  goesSoon: (when, title) =>
    `:bell: *Partira tout seul le ${when}* : ${title}. Vous pouvez encore l’arrêter ou changer son heure sur la carte.`,
  settled: "Réglé depuis : la carte dit comment.",
};

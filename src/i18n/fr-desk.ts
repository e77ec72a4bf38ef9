import type { Words } from "./words.js";

export const frDesk: Words["desk"] = {
  fallback: (who, title) =>
    `${who} vous suggère un article : ${title}. Lisez le brouillon, puis approuvez-le, réécrivez-le ou déclinez-le.`,
  fallbackSettled: (title) => `${title} : rien à décider ici pour l’instant ; la carte dit ce qu’il en est.`,
  fallbackSnoozed: (title, when) => `${title} : remis à ${when}.`,
  why: "Pourquoi c’est important, selon",
  terms: (handle, count, most) => `Sera publié par *@${handle}* · ${count} sur ${most}`,
  behind: (n) => (n === 1 ? "une autre attend" : `${n} autres attendent`),
  scheduleNext: (when) => `Approuver, pour publier le ${when}`,
  menu: {
    schedule: "À un autre moment…",
    drop_link: "Sans le lien",
    corporate: "Pour le compte de l’entreprise",
    snooze: "Revoir demain",
    pause: "Tout mettre en pause jusqu’à demain",
  },
  snoozed: (when) =>
    `:zzz: *Remis à ${when}.* Il reviendra alors comme une nouvelle carte ; rien n’expire entre-temps.`,
  snoozeMenu: {
    tonight: "Plutôt ce soir",
    tomorrow: "Demain",
    monday: "Lundi",
    now: "Voir maintenant",
  },
  noEvening:
    "Ce soir est trop proche ou déjà passé. Rien n’a changé ; choisissez un autre moment, s’il vous plaît.",
  sheLooksAgain: (when) => `:eyes: Elle l’a vu, et le reverra le ${when}.`,
  looksAgain: (when) => `Vu ; à revoir le ${when}.`,
  handed: (channel) =>
    `:office: *Confié au compte de l’entreprise*, dans ${channel}. La personne qui l’a suggéré en est informée.`,
  notHanded: (channel) =>
    `:warning: *Confié au compte de l’entreprise, mais ${channel} n’en sait encore rien* : Slack ne laisse pas Firsthand y écrire. Invitez-le avec \`/invite\`, ou demandez à la personne qui exploite Firsthand ; un nouvel essai se fait de lui-même.`,
  addHandedNote: "Ajouter une ligne…",
  noChannel:
    "Aucun canal de l’entreprise n’est prévu ici ; rien n’a donc été confié. Rien n’a changé ; demandez à la personne qui exploite Firsthand.",
  handedNote: {
    title: "Une ligne pour eux",
    submit: "Ajouter",
    label: "Que doivent-ils savoir ?",
    hint: "Le canal de l’entreprise la lit, sans votre nom. Elle n’est jamais publiée sur X.",
  },
  corporate: {
    text: (title) => `Pour le compte de l’entreprise : ${title}`,
    lead: ":office: *Pour le compte de l’entreprise* : la dirigeante préfère que ceci y soit publié plutôt que sur le sien.",
    herLine: "*Sa ligne pour vous :*",
    why: (who) => `*Pourquoi c’est important*, selon ${who} :`,
    draft: "*Le brouillon de l’équipe*, écrit pour son compte :",
    suggestedBy: (who) => `Suggéré par ${who}. Rien n’a été publié nulle part.`,
  },
  home: {
    card: "ouvrir sa carte",
    back: "Précédents",
    on: (left) => `Encore ${left}`,
    snoozed: "Remis à plus tard",
    frozen: ":rotating_light: *Tout est à l’arrêt* : le message qui dit pourquoi porte « Reprendre ».",
    record:
      "Chaque approbation est consignée. La personne qui exploite Firsthand peut vérifier le registre avec `npm run audit` ; le premier message de la semaine dit comment il finit.",
  },
  limitLifts: (when) => `X dit reprendre les posts à partir de ${when}.`,
  undecided: (title) =>
    `:bell: Toujours devant vous : ${title}. Aucune réponse n’est attendue ; sans rien faire, la suggestion expire d’elle-même. C’est le seul rappel à son sujet.`,
  noLink: "Le brouillon ne contient pas le lien de l’article ; rien n’a donc changé.",
  nothingLeft:
    "Le brouillon n’est rien d’autre que le lien : sans lui, il n’y a rien à publier. Rien n’a changé. Appuyez plutôt sur « Réécrire ».",
};

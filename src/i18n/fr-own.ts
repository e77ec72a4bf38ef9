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
  form: {
    title: "Avec vos mots",
    submit: "Approuver et publier",
    text: "Votre post",
  },
  onCard:
    "Vos mots sont sur une carte dans votre conversation avec Firsthand. Rien n’est publié tant que vous n’y appuyez pas.",
  notPostedYet:
    "*Pas encore publié.* Vos mots sont gardés sur la carte dans cette conversation : un seul appui les publie.",
  notPosted: (why) => `*Pas publié.* ${why} Vos mots sont gardés sur la carte dans cette conversation.`,
  tooLong: (most) =>
    `C’est plus long que ${most} caractères, bien plus qu’un post n’en contient. Rien n’a été gardé et rien n’est publié ; votre message reste tel que vous l’avez écrit.`,
  unknownEmoji: (names) =>
    `X ne peut pas montrer les émojis propres à votre espace de travail : ${names}. Retirez-les, s’il vous plaît.`,
  onlyHer:
    "Seule la dirigeante publie ici avec ses propres mots, en son nom ; les comptes de l’entreprise parlent pour l’entreprise. Rien n’a été gardé et rien n’est publié.",
  pictures:
    "On ne peut pas encore publier d’images d’ici. Vos mots sont sur la carte ; l’image reste dans cette conversation seulement.",
  onlyPictures:
    "On ne peut pas encore publier d’images d’ici, et il n’y avait pas de mots avec elle. Rien n’a été gardé et rien n’est publié.",
  howToSuggest: (channel) =>
    `Merci d’écrire. Ici, seule la dirigeante est lue, et ce que vous avez écrit n’a pas été gardé. Si vous êtes dans ${channel}, suggérez-lui un article n’importe où dans Slack : \`/suggest https://… pourquoi elle, pourquoi maintenant\`.`,
  measured: {
    title: "Vos propres mots",
    none: "Rien n’est encore publié. Ce qui, dans vos posts, est écrit avec vos mots se lira ici, pour vous seule.",
    kinds: {
      as_suggested: "tel que suggéré",
      edited: "retouché",
      rewritten: "réécrit",
      own_idea: "votre propre idée",
    },
    share: (percent) => `environ ${percent} % des mots sont de vous`,
    direction: {
      more_hers: "Ces derniers temps, davantage de mots sont de vous.",
      less_hers: "Ces derniers temps, moins de mots sont de vous.",
      as_before: "Cela reste à peu près pareil.",
    },
    onlyYou: "Vous seule pouvez voir ceci.",
  },
  fiveAsSuggested:
    "Vos cinq derniers posts sont partis exactement tels que suggérés. C’est très bien ainsi ; si l’un des prochains appelle une ligne de vous, « Réécrire » est là. Vous seule lisez ceci, et ce n’est dit qu’une fois.",
};

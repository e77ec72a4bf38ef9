import { frRefusals } from "./fr-answers.js";
import type { Words } from "./words.js";

const nothing = "Rien n’a été suggéré.";
const unchanged = "Rien n’a changé.";

export const frSuggesting: Words["suggesting"] = {
  teamChannel: "la chaîne de l’équipe",
  guest: (channel) =>
    `Les invités de l’espace de travail ne peuvent pas suggérer d’articles, même membres de ${channel}. ${nothing} Demandez à un·e collègue de cette chaîne de le suggérer.`,
  outsider: (channel) =>
    `Vous appartenez à un autre espace de travail et ne pouvez pas suggérer d’articles ici, même comme membre de ${channel}. ${nothing}`,
  late: "Slack a été lent, et le formulaire s’est fermé avant que la réponse ne soit là.",
  fields: {
    twoLinks: `Il y a deux liens. ${nothing} Un article à la fois, s’il vous plaît.`,
    link: `Ce n’est pas une adresse web commençant par https:// ou http://. ${nothing}`,
    onlySpaces: "Il n’y a que des espaces. Écrivez quelque chose, ou laissez vide.",
    tooLong: (count, most) =>
      `Cela fait ${count} caractères, ${most} sont le maximum. Raccourcissez, s’il vous plaît.`,
    noReason: "Dites pourquoi le lui redemander, s’il vous plaît.",
    noSubject: "Ce sujet n’est plus sur la liste. Choisissez-en un autre, ou aucun.",
  },
  preview: {
    empty: "L’article s’affiche ici dès que son lien est au-dessus.",
    reading: ":hourglass_flowing_sand: Lecture de l’article…",
    refused: (why) => `:no_entry: *Ce lien est refusé.* ${frRefusals[why]}`,
    unread:
      ":warning: *La page n’a pas pu être lue.* Vous pouvez la suggérer quand même ; la carte le dira aussi.",
    failed: ":warning: La page n’a pas pu être lue maintenant. Vous pouvez la suggérer quand même.",
    yours: (when) =>
      `:repeat: *Vous avez suggéré cet article le ${when}*, et il n’est pas encore décidé. Rien n’est suggéré deux fois.`,
    colleagues: (who, when) =>
      `:repeat: *${who} a suggéré cet article le ${when}*, et il n’est pas encore décidé. « Suggérer » l’appuie, avec votre raison.`,
    decided: (what) => `:repeat: *Cet article a déjà été suggéré.* ${what}`,
    mayInsist: "« Suggérer » demande votre raison ; puis vous pouvez le lui redemander une fois.",
    rests: "Il a déjà été redemandé une fois, on en reste là.",
  },
  insist: {
    title: "Redemander",
    submit: "Redemander",
    note: "Votre raison de redemander",
    noteHint: "Qu’est-ce qui a changé depuis ? Elle le lit à côté de l’article. Ce n’est jamais publié.",
    openAgain: "Il n’est plus décidé, il n’y a donc rien à redemander.",
  },
  edit: {
    title: "Modifier la suggestion",
    submit: "Enregistrer",
    saved: ":white_check_mark: Enregistré. C’est ce qu’elle lit désormais.",
    savedButDraft:
      ":white_check_mark: Elle a déjà ses propres mots sur la carte ; ils restent. Tout le reste a été repris.",
    draftBack: "Votre brouillon, qui n’a pas été pris :",
    same: `C’est déjà exactement ce qui y est. ${unchanged}`,
    notYours: `Seule la personne qui l’a suggéré peut le modifier. ${unchanged}`,
    tooLate: (what) => `On ne peut plus le modifier. ${what} ${unchanged}`,
    stillRead: `L’article est en cours de lecture. ${unchanged} Appuyez à nouveau dans quelques secondes.`,
  },
  hidden: {
    lead: "Tout n’y est pas ce qu’il paraît :",
    after: (name, words) => `${name}, après « ${words} »`,
    first: (name) => `${name}, tout au début`,
    letter: (letter, name) => `la lettre ${letter} qui ressemble à une autre, ${name}`,
    times: (place, times) => `${place}, ${times} fois`,
    blocks: (place) => `${place} : empêche d’approuver d’un seul appui`,
    harmless: (place) => `${place} : sans danger`,
    more: (others) => (others === 1 ? "… et encore un" : `… et encore ${others}`),
    inDraft:
      "Votre brouillon contient des caractères qu’un lecteur ne voit pas, ou des lettres qui ressemblent à d’autres. Elle ne peut pas l’approuver d’un seul appui tant qu’ils ne sont pas retirés, ou gardés exprès.",
    left: (left) =>
      left === 1
        ? "Un caractère caché a été laissé de côté dans vos mots."
        : `${left} caractères cachés ont été laissés de côté dans vos mots.`,
  },
  notTaken: {
    draft: "Il a déjà un brouillon, le vôtre n’a donc pas été pris :",
    reproach: "Ceci n’a pas été pris non plus :",
  },
  subjects: {
    now: "*Les sujets des suggestions*, dans le formulaire :",
    none: "Il n’y a pas encore de liste de sujets ; le formulaire ne le demande donc pas.",
    kept: ":white_check_mark: C’est noté. Le formulaire propose désormais :",
    emptied: ":white_check_mark: La liste est vide, et le formulaire ne le demande plus.",
    usage:
      "Remplacez-la avec `/suggest subjects Énergie, Travail, Europe`, ou videz-la avec `/suggest subjects none`.",
    tooMany: (count, most) =>
      `Cela fait ${count} sujets, ${most} sont le maximum. ${unchanged} Une liste courte se lit.`,
    tooLong: (most) => `Un sujet a ${most} caractères au plus. ${unchanged}`,
    empty: `Il n’y a aucun sujet. ${unchanged}`,
  },
};

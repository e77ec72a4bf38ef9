import type { LinkRefusal } from "../core/article.js";
import type { PostRefusal } from "../core/suggestion.js";
import type { Words } from "./words.js";

const reasons = {
  not_me: "pas pour elle",
  not_now: "pas maintenant",
  seen_enough: "elle en a déjà trop vu",
  not_sure: "pas sûre que ce soit juste",
};

const refusal: Record<PostRefusal, string> = {
  duplicate: "X l’a pris pour un doublon",
  too_long: "X l’a trouvé trop long",
  access_doubted: "X n’a pas accepté l’accès au compte à cet instant",
  not_connected: "l’accès au compte X doit être renouvelé",
  suspended: "X dit que le compte ou l’application est suspendu",
  no_credit: "l’application X n’a plus de crédit",
  rate_limited: "X demande d’attendre",
  forbidden: "X ne l’a pas autorisé",
  invalid: "X n’a pas pu l’accepter",
};

const rejected: Record<LinkRefusal, string> = {
  not_a_web_address: "ce n’est pas une adresse web",
  too_long: "il est trop long",
  credentials_in_link: "il contient un nom d’utilisateur ou un mot de passe",
  port_not_allowed: "il indique un port inhabituel",
  private_address: "il mène à un réseau privé",
  secret_link: "il ressemble lui-même à un secret",
};

/** French counts 0 and 1 as one. */
const count = (n: number, one: string, many: string) => `${n} ${n < 2 ? one : many}`;

export const frNews: Words["news"] = {
  yourSuggestion: "Votre suggestion",
  suggestedBy: (who) => `${who} suggère`,
  inLine: ":inbox_tray: Dans la file ; elle la verra à son tour.",
  farBack: (others) => `Plus de ${others} autres passent avant.`,
  held: ":double_vertical_bar: Ses cartes sont à l’arrêt en ce moment ; la suggestion attend qu’elle reprenne.",
  waits: ":inbox_tray: Dans la file.",
  sentToHer: (when) => `:eyes: Devant elle depuis ${when}.`,
  approved: ":thumbsup: Approuvé par elle ; cela part dans un instant.",
  scheduled: (when) => `:calendar: Approuvé par elle, pour ${when}.`,
  posting: ":arrow_up: Publication en cours…",
  posted: (link) => `:white_check_mark: Publié : ${link}`,
  postedUnseen: (profile) => `:white_check_mark: Publié sur ${profile}.`,
  unknown:
    ":grey_question: X n’a pas répondu clairement. On lui a demandé si c’est apparu ; rien n’est envoyé deux fois.",
  back: (why) => {
    switch (why) {
      case "cancelled":
        return ":leftwards_arrow_with_hook: Arrêté par elle avant le départ ; c’est de nouveau devant elle.";
      case "missed":
        return ":alarm_clock: Cela n’a pas pu partir à temps et n’a pas été envoyé ; c’est de nouveau devant elle.";
      case "lapsed":
        return ":key: Pas publié : son approbation ne comptait plus, car la dirigeante, le compte X ou la clé avaient changé. C’est de nouveau devant elle.";
      case "restored":
        return ":rotating_light: Une ancienne copie de la base de données a été rétablie ; ce qui était approuvé ne compte plus. C’est de nouveau devant elle.";
      case "concern":
        return ":raised_hand: Pas publié : une réserve avait été émise, qu’elle n’avait pas encore lue. C’est de nouveau devant elle.";
      case "absent":
        return ":leftwards_arrow_with_hook: Ce n’est pas apparu sur X ; c’est de nouveau devant elle.";
      default:
        return `:no_entry: Pas publié : ${refusal[why]}. C’est de nouveau devant elle.`;
    }
  },
  declined: ":heavy_minus_sign: Elle a décliné celle-ci. Merci de l’avoir proposée.",
  declineReason: (reason) => `Sa raison, pour vous seul·e : ${reasons[reason]}.`,
  declineNote: "Ses mots, pour vous seul·e :",
  closed: "Clos.",
  rejected: (why) =>
    `:no_entry: Ce lien n’a pas été lu : ${rejected[why]}. Rien ne lui a été envoyé. Suggérez-le à nouveau avec le lien public.`,
  handedOver: "Confié au compte de l’entreprise.",
  withdrawn: "Retiré.",
  expired: "Expiré sans décision.",
  takingDown: ":hourglass_flowing_sand: Elle est en train de le retirer…",
  takenDown: ":wastebasket: Retiré par elle.",
  line: {
    posted: (link) => `:white_check_mark: Publié par elle : ${link}`,
    postedUnseen: (profile) => `:white_check_mark: Publié par elle sur ${profile}.`,
    asking:
      ":grey_question: X n’a pas répondu clairement pour celui-ci. On lui a demandé s’il est apparu ; rien n’est envoyé deux fois.",
    asked: "Réglé : le message ci-dessus dit comment.",
    down: ":wastebasket: Retiré par elle.",
  },
  summary: {
    title: (from, to) => `La semaine du ${from} au ${to}`,
    running: "La semaine en cours",
    counts: (suggested, posted, declined, waiting) =>
      [
        count(suggested, "article suggéré", "articles suggérés"),
        count(posted, "publié", "publiés"),
        count(declined, "décliné", "déclinés"),
        `${waiting} en attente`,
      ].join(" · "),
    quiet: "Une semaine calme : rien n’a été suggéré, rien n’a été publié. C’est très bien aussi.",
    posted: "Publiés",
    waiting: "En attente",
    suggested: "Suggérés",
    declined: "Déclinés",
    seePost: "le post",
    takenDown: "retiré",
    head: (lines, head) =>
      `Registre des approbations : ${lines} lignes, se terminant par \`${head}\`. Gardez ce message : avec lui, \`npm run audit -- --head ${head}\` découvre un registre coupé ou réécrit.`,
    more: (n) => `… et ${n} de plus`,
  },
  home: {
    title: "Firsthand",
    forHer: "L’équipe trouve, vous parlez. Rien ne part sans votre propre appui.",
    forTeam: "Suggérez avec `/suggest https://… pourquoi c’est important`. Seul son propre appui publie.",
    forOthers: (channel) => `Les membres de ${channel} suggèrent ici des articles.`,
    account: (handle) => `Les posts partent de *@${handle}*`,
    noAccount: "Aucun compte X n’est encore connecté.",
    beforeYou: "Devant vous",
    scheduled: "Approuvés, avec leur heure",
    line: "Dans la file",
    mine: "Vos dernières suggestions",
    none: "Rien pour le moment.",
  },
};

import type { LinkRefusal } from "../core/article.js";
import type { Words } from "./words.js";

export const frRefusals: Record<LinkRefusal, string> = {
  not_a_web_address: "Ce n’est pas une adresse web.",
  too_long: "Ce lien est trop long (2 000 caractères au plus).",
  credentials_in_link: "Ce lien contient un nom d’utilisateur ou un mot de passe.",
  port_not_allowed: "Ce lien indique un port inhabituel.",
  private_address: "Ce lien mène à un réseau privé, pas à une page publique.",
  secret_link:
    "Ce lien ressemble lui-même à un secret (un webhook, un lien signé, une invitation ou une clé).",
};

const usage =
  "Tapez `/suggest https://… pourquoi c’est important pour elle`, ou `/suggest` seul pour le formulaire.";
const nothing = "Rien n’a été suggéré.";

export const frAnswers: Words["answers"] = {
  youTyped: "Vous avez tapé :",
  takenIn: ":white_check_mark: Bien reçu, merci.",
  seenNow: "C’est la prochaine : elle la verra dans un instant, dès que l’article sera lu.",
  seenAt: (when) => `Elle la verra à partir de ${when}.`,
  place: (place) =>
    place === 1 ? "C’est la prochaine dans la file." : `C’est la numéro ${place} dans la file.`,
  seenAfter: (others) =>
    others === 1 ? "Elle décide d’abord d’une autre." : `Elle décide d’abord de ${others} autres.`,
  seenLikely: (when) => `Elle la verra sans doute à partir de ${when}.`,
  seenWhenBack: "Ses cartes sont à l’arrêt en ce moment ; la suggestion attend qu’elle reprenne.",
  seconded: (who) =>
    `:raised_hands: ${who} a déjà suggéré cet article, et il n’est pas encore décidé. Vous l’appuyez désormais ; rien n’a été suggéré deux fois.`,
  secondedBefore: (who) =>
    `:raised_hands: ${who} a déjà suggéré cet article, et vous l’appuyez déjà. Rien n’a été suggéré deux fois.`,
  yoursAlready:
    "Vous avez déjà suggéré cet article, et il n’est pas encore décidé. Rien n’a été suggéré deux fois.",
  noteKept: "Elle lit vos mots à côté de l’article.",
  beforeHerNow: "Il est devant elle en ce moment.",
  decidedBefore: (what) => `Cet article a déjà été suggéré. ${what} Rien n’a été suggéré maintenant.`,
  wasPosted: (when, link) => `Elle l’a publié le ${when} : ${link}`,
  wasPostedUnseen: (when) => `Elle l’a publié le ${when}.`,
  wasApproved: (when) => `Elle l’a approuvé le ${when}.`,
  wasScheduled: (when) => `Elle l’a approuvé ; il part le ${when}.`,
  wasTakenDown: (when) => `Elle l’a publié le ${when}, puis retiré.`,
  wasDeclined: (when) => `Elle l’a décliné le ${when}.`,
  wasHandedOver: (when) => `Il a été confié au compte de l’entreprise le ${when}.`,
  hasExpired: (when) => `Il a expiré sans décision le ${when}.`,
  insistOnce: "Si quelque chose a changé, vous pouvez le lui redemander une fois, avec votre raison.",
  insistedBefore: "Il a déjà été redemandé une fois ; on en reste là.",
  insist: "Redemander…",
  lineFull: (most) =>
    `${most} suggestions attendent déjà dans la file, c’est la limite. ${nothing} Réessayez quand elle en aura décidé quelques-unes.`,
  followInDm: "Un message de Firsthand vous dit ce qu’elle devient.",
  noLink: `Il n’y a pas de lien. ${nothing} ${usage}`,
  twoLinks: `Il y a deux liens. ${nothing} Un article à la fois, s’il vous plaît. ${usage}`,
  notAWebAddress: `Ce n’est pas une adresse web commençant par https:// ou http://. ${nothing} ${usage}`,
  linkTooLong: `Le lien dépasse 2 000 caractères. ${nothing} Y a-t-il un lien plus court vers l’article ?`,
  noteTooLong: (most) =>
    `« Pourquoi c’est important » dépasse ${most} caractères. ${nothing} Raccourcissez, s’il vous plaît.`,
  linkRefused: (why) => `${frRefusals[why]} ${nothing} Envoyez le lien public de l’article.`,
  tooMany: (most, time) =>
    `Vous avez suggéré ${most} articles en une heure, c’est la limite. ${nothing} Vous pourrez suggérer à nouveau à ${time}.`,
  notAMember: (channel) =>
    `Seuls les membres de ${channel} peuvent suggérer des articles. ${nothing} Demandez à y être ajouté·e.`,
  membershipUnknown: (channel) =>
    `Slack n’a pas dit à temps si vous êtes membre de ${channel}. ${nothing} Réessayez dans une minute.`,
  otherWorkspace: "Firsthand sert un autre espace de travail que le vôtre. Rien n’a été fait.",
  formNotOpened: `Le formulaire n’a pas pu s’ouvrir à temps. ${nothing} Réessayez, ou tapez-le sur une ligne : ${usage}`,
  failed: "Quelque chose s’est mal passé de notre côté. Rien n’a été fait. Réessayez dans une minute.",
  taken: "C’était déjà pris en compte.",
  help: (channel) =>
    [
      "*Mettre un article devant la dirigeante*",
      "• `/suggest https://… pourquoi c’est important pour elle` : une ligne suffit",
      "• `/suggest` : le formulaire, avec un brouillon de votre main",
      "• `/suggest subjects Énergie, Travail` : les sujets que propose le formulaire ; `/suggest subjects` dit la liste",
      "• `/suggest summary` : la semaine en cours",
      `Les membres de ${channel} peuvent suggérer. Seul son propre appui sur la carte publie ; vous apprenez ce qu’il en advient.`,
    ].join("\n"),
  onlyHer: "Seule la dirigeante peut décider sur cette carte. Rien n’a changé.",
  settledBefore: {
    posted: (link) => `C’est déjà publié : ${link}`,
    postedUnseen: "C’est déjà publié.",
    takingDown: "Le retrait est en cours.",
    takenDown: "C’est déjà retiré.",
    posting: "La publication est en cours.",
    holding: (clock) => `C’est déjà approuvé et part à ${clock}.`,
    scheduled: (when) => `C’est déjà approuvé, pour ${when}.`,
    asking:
      "X n’a pas encore répondu clairement ; la carte vous demande s’il est apparu. Rien n’est envoyé deux fois.",
    declined: "C’est déjà décliné.",
    closed: "Cette suggestion est déjà close.",
    backOnCard: "Rien n’est en route : la carte devant vous montre l’état présent.",
  },
  pressAgain:
    "Ce formulaire n’a pas pu s’ouvrir à temps. Rien n’a changé. Appuyez à nouveau, s’il vous plaît.",
  tooSoon:
    "Slack ne nous a pas encore dit que cette carte est ici, donc rien n’a été publié. Appuyez à nouveau dans quelques secondes.",
  staleCard:
    "Cette carte n’était pas à jour, donc rien n’a été publié. Lisez la carte la plus récente et appuyez à nouveau.",
  stopped:
    "Vous avez tout mis en pause, rien n’a donc été publié. Appuyez sur « Reprendre » dans le message sur la pause ou dans l’onglet Accueil, puis appuyez à nouveau.",
  frozen:
    "Rien n’est publié tant que vous n’appuyez pas sur « Reprendre » dans le message qui dit pourquoi. Rien n’a été publié maintenant non plus.",
  alteredCard:
    "Cette carte n’est pas telle que nous l’avons dessinée, donc rien n’a encore été publié. Lisez le formulaire, s’il vous plaît.",
  goingOn: "Rien n’était arrêté : vos appuis publient comme d’habitude.",
  oldNotice:
    "Ce n’est pas le message qui parle de l’arrêt actuel. Rien n’a changé ; appuyez sur « Reprendre » dans le plus récent.",
  undoNoLink:
    "Personne ne nous a encore dit de quel post il s’agit sur X ; il ne peut pas être retiré d’ici. Supprimez-le sur X, s’il vous plaît.",
  undoOtherAccount:
    "Il est sur un autre compte X que celui connecté maintenant ; il ne peut pas être retiré d’ici. Supprimez-le sur X, s’il vous plaît.",
  diskTrouble:
    "Le disque de la machine ne peut pas être écrit en ce moment. Rien n’a été fait et rien n’est publié. Prévenez la personne qui exploite Firsthand, puis réessayez.",
  diskFails:
    ":rotating_light: *Rien n’est publié en ce moment* : le disque de la machine ne peut pas être écrit (il est peut-être plein). Ce que vous avez approuvé attend au plus 10 minutes, puis on vous demande. Prévenez la personne qui exploite Firsthand.",
  diskWorks: ":white_check_mark: *Le disque peut de nouveau être écrit.* La publication reprend.",
  doubled: "Ce message a été envoyé deux fois ; c’est le plus récent qui compte.",
  noAccount: "Aucun compte X n’est connecté. Rien n’a été publié.",
  textProblem: {
    empty: "Il n’y a rien à publier : écrivez d’abord quelque chose.",
    too_long: (count, most) => `Cela pèse ${count}, X en prend ${most}. Raccourcissez, s’il vous plaît.`,
    hidden_characters:
      "Il y a des caractères cachés qu’un lecteur ne voit pas. Retirez-les, s’il vous plaît.",
    look_alikes:
      "Un lien contient des lettres qui ne font que ressembler à d’autres. Retapez le lien, s’il vous plaît.",
  },
  timePast: "Ce moment est passé. Choisissez-en un plus tardif.",
  timeTooFar: "C’est dans plus de 120 jours. Choisissez un moment plus proche.",
  tooLateToStop: "Trop tard pour l’arrêter.",
  tooLateToTakeBack: "Un refus peut être repris pendant 10 minutes ; elles sont passées. Rien n’a changé.",
};

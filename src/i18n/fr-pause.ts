import type { Words } from "./words.js";

export const frPause: Words["pause"] = {
  heldUntil: (when) =>
    `:double_vertical_bar: Cartes retenues jusqu’au ${when} ; la suggestion attend jusque-là.`,
  seenHeldUntil: (when) => `Ses cartes sont retenues jusqu’au ${when} ; la suggestion attend jusque-là.`,
  choose: {
    tomorrow:
      "*Pause jusqu’à demain* : ni cartes ni posts jusqu’à l’ouverture de vos heures un jour suivant.",
    monday: "*Pause jusqu’à lundi* : ni cartes ni posts jusqu’à l’ouverture de vos heures lundi ou après.",
    i_say: "*Pause jusqu’à nouvel ordre* : ni cartes ni posts tant que vous n’appuyez pas sur « Reprendre ».",
  },
  press: {
    tomorrow: "Pause jusqu’à demain",
    monday: "Pause jusqu’à lundi",
    i_say: "Pause sans fin fixée",
  },
  paused: (when) =>
    `:double_vertical_bar: *En pause jusqu’au ${when}.* Aucune carte ne vient, rien n’est publié ; puis tout reprend tout seul.`,
  pausedUntilSaid:
    ":double_vertical_bar: *En pause jusqu’à nouvel ordre.* Aucune carte ne vient, rien n’est publié tant que vous n’appuyez pas sur « Reprendre ».",
  holds: (cards, posts) => {
    const held = [
      ...(cards > 0 ? [cards === 1 ? "1 suggestion dans la file" : `${cards} suggestions dans la file`] : []),
      ...(posts > 0 ? [posts === 1 ? "1 post programmé" : `${posts} posts programmés`] : []),
    ];
    return held.length > 0 ? `Cela retient ${held.join(" et ")}.` : "Cela ne retient rien pour l’instant.";
  },
  notSentLate:
    "Ce qui arrive à échéance entre-temps, même un post dans sa courte attente, n’est pas envoyé tout seul ensuite : sa carte vous repose la question.",
  morePosts: (others) => `… et encore ${others}`,
  heldOnCard:
    ":double_vertical_bar: *Approuvé, et retenu par votre pause.* Rien n’est envoyé tant qu’elle dure ; si son heure passe entre-temps, cette carte vous redemandera.",
  resume: "Reprendre",
  byHer: ":white_check_mark: *C’est reparti.* Les cartes viennent et les posts partent à nouveau.",
  byItself: ":white_check_mark: *La pause est finie.* Les cartes viennent et les posts partent à nouveau.",
  replaced:
    ":double_vertical_bar: Cette pause a été remplacée : le message le plus récent dit jusqu’à quand.",
  overdue: (posts) =>
    posts === 1
      ? "Un post est arrivé à échéance entre-temps et n’a pas été envoyé. Sa carte vous repose la question :"
      : `${posts} posts sont arrivés à échéance entre-temps et n’ont pas été envoyés. Leurs cartes vous reposent la question :`,
  nothingOverdue: "Rien n’est arrivé à échéance entre-temps.",
  pausedBefore: "C’est déjà en pause ainsi. Rien n’a changé.",
  pausedNow:
    ":double_vertical_bar: En pause. Le message dans la conversation dit ce que cela retient ; « Reprendre » s’y trouve.",
  stillFrozen:
    "La pause est finie, mais rien n’est encore publié : appuyez aussi sur « Reprendre » dans le message sur l’ancienne copie de la base.",
  stillPaused:
    "Vos appuis comptent à nouveau, mais vous aviez aussi mis en pause : appuyez aussi sur « Reprendre » dans le message sur la pause.",
  frozenAtHome:
    "Rien n’a repris : appuyez sur « Reprendre » dans le message qui dit pourquoi tout est à l’arrêt.",
};

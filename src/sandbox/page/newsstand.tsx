import type { ShelfArticle } from "../stage/stage-api.js";

export type NewsstandProps = {
  articles: readonly ShelfArticle[];
  /** First name of whoever would suggest. */
  as: string;
  phone: string;
  onSuggest: (url: string) => void;
};

/** Articles made up for trying things out; a link from the real web does as well. */
export function Newsstand({ articles, as, phone, onSuggest }: NewsstandProps) {
  return (
    <section className={`newsstand ${phone}`} aria-label="Newsstand">
      <header className="x-head">
        <h2>Newsstand</h2>
        <span className="count">or paste any link you like</span>
      </header>
      <ul>
        {articles.map((article) => (
          <li key={article.url} data-article={article.url}>
            <a
              href={article.url}
              target="_blank"
              rel="noopener noreferrer"
              lang={article.language}
              dir="auto"
            >
              {article.title}
            </a>
            <p>{article.about}</p>
            <button
              type="button"
              className="act"
              data-suggest={article.url}
              onClick={() => onSuggest(article.url)}
            >
              Suggest this <span>as {as}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

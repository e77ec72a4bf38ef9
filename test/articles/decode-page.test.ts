import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { decodePage } from "../../src/articles/decode-page.js";
import { articleOf, fencedIn } from "./reading.js";

fencedIn();

describe("a page is decoded as it says it is written", () => {
  const TITLE = "L’été à 5 € — œuvre";
  const html = (head: string) => `<html><head>${head}<title>${TITLE}</title></head>`;
  test.each([
    ["windows-1252", "text/html; charset=windows-1252", ""],
    ["windows-1252", "text/html; charset=ISO-8859-1", ""],
    ["windows-1252", "text/html", '<meta charset="latin1">'],
    ["windows-1252", "text/html", '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">'],
    ["windows-1252", "text/html", ""],
    ["windows-1252", "text/html; charset=nonsense", ""],
    ["windows-1252", 'text/html; charset="windows-1252"', '<meta charset="utf-8">'],
    ["utf-8", "text/html", ""],
    ["utf-8", "text/html; charset=hex", ""],
    ["utf-8", "text/html", '<meta charset="utf-16">'],
    ["utf-16le", "text/html; charset=utf-16", ""],
    ["utf-16be", "text/html; charset=utf-16be", ""],
    ["gb18030", "text/html; charset=gb18030", ""],
    ["windows-1252", "text/html", '<meta content="text/html; charset=latin1" http-equiv=content-type>'],
    ["windows-1252", "text/html", "<META CHARSET = 'CP1252' >"],
    ["windows-1252", "text/html", '<!-- <meta charset="utf-8"> --><meta charset="windows-1252">'],
    ["windows-1252", "text/html", '<script>"<meta charset=utf-8>"</script><meta charset="windows-1252">'],
    [
      "windows-1252",
      "text/html",
      '<meta name=description content="charset=koi8-r"><meta charset="windows-1252">',
    ],
    ["windows-1252", "text/html; charset=utf-8", ""],
    ["windows-1252", "text/html; charset=utf-8", '<meta charset="windows-1252">'],
    ["utf-8", "text/html; charset=iso-8859-1", ""],
    ["utf-8", "text/html; charset=iso-8859-1", '<meta charset="utf-8">'],
    ["utf-8", "text/html", '<meta charset="latin1">'],
    ["utf-8", "text/html", '<meta charset=""><meta charset="utf-7">'],
    ["utf-16le", "text/html", ""],
    ["utf-16be", "text/html", ""],
  ])("%s, with «%s» and «%s»", async (written, type, head) => {
    expect((await articleOf(iconv.encode(html(head), written), type)).title).toBe(TITLE);
  });

  test.each(["utf-8", "utf-16le", "utf-16be"])(
    "a byte order mark of %s wins over the header",
    async (written) => {
      const bytes = iconv.encode(html(""), written, { addBOM: true });
      expect((await articleOf(bytes, "text/html; charset=windows-1252")).title).toBe(TITLE);
    },
  );

  test.each([
    ["shift_jis", "日本語の見出し"],
    ["euc-jp", "日本語の見出し"],
    ["euc-kr", "한국어 제목"],
    ["big5", "中文標題"],
    ["gb2312", "中文标题"],
    ["windows-1251", "Заголовок"],
    ["koi8-r", "Заголовок"],
    ["iso-8859-2", "Tytuł łódź"],
    ["iso-8859-15", "Prix en €"],
    ["windows-1256", "عنوان"],
    ["iso-8859-7", "Τίτλος"],
  ])("%s", async (charset, title) => {
    const bytes = iconv.encode(`<meta charset="${charset}"><title>${title}</title>`, charset);
    expect((await articleOf(bytes, "text/html")).title).toBe(title);
  });

  test("the page's word is heard behind long scripts, and in an XML declaration", async () => {
    const late = `<script>${"go();".repeat(2_000)}</script><meta charset="koi8-r"><title>Заголовок</title>`;
    expect((await articleOf(iconv.encode(late, "koi8-r"), "text/html")).title).toBe("Заголовок");
    const declared = '<?xml version="1.0" encoding="ISO-8859-2"?><title>Tytuł łódź</title>';
    expect((await articleOf(iconv.encode(declared, "iso-8859-2"), "application/xhtml+xml")).title).toBe(
      "Tytuł łódź",
    );
  });

  test("a broken place does not turn UTF-8 into something else", async () => {
    const bytes = Buffer.concat([Buffer.from("<title>L’été "), Buffer.of(0xe9), Buffer.from("</title>")]);
    expect((await articleOf(bytes, "text/html; charset=utf-8")).title).toBe("L’été \ufffd");
  });

  test("letters of several bytes are whole wherever the pieces are cut", async () => {
    for (const charset of ["utf-8", "shift_jis", "gb18030", "utf-16le", "windows-1252"])
      for (let shift = 0; shift < 4; shift += 1) {
        const text = `${"x".repeat(shift)}${(charset === "windows-1252" ? "é’" : "日本").repeat(9_000)}`;
        const decoded = await decodePage(iconv.encode(text, charset), `text/html; charset=${charset}`);
        expect(decoded === text, `${charset}, moved by ${shift}`).toBe(true);
      }
  });

  test("a letter cut in two by the limit does not turn UTF-8 into something else", async () => {
    const start = "<title>été</title>";
    const bytes = Buffer.concat([Buffer.from(start), Buffer.from("é".repeat(600_000))]);
    expect((await articleOf(bytes, "text/html")).title).toBe("été");
  });
});

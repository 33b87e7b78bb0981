using EnviAgriNet.Cloud.Api.Registration;

namespace EnviAgriNet.Cloud.Api;

/// <summary>What stands round the pages that work without a script: head, bar with the other language, one column.</summary>
internal static class PageFrame
{
    /// <summary>A whole page.</summary>
    /// <param name="path">The page's address, such as <c>/help</c>; its script has the same name.</param>
    /// <param name="language">Its language, and the one it can be had in as well.</param>
    /// <param name="words">The words for home and for the other language.</param>
    /// <param name="title">The title, which is the first heading too.</param>
    /// <param name="body">What stands in the column.</param>
    public static Markup Of(string path, (string This, string Other) language, (string Home, string Other) words, string title, Markup body) => Markup.Of($"""
        <!doctype html>
        <html lang="{language.This}">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <meta name="color-scheme" content="light">
          <title>{title} · EnviAgriNet</title>
          <link rel="icon" href="/icon.svg" type="image/svg+xml">
          <link rel="stylesheet" href="/page.css">
          <link rel="stylesheet" href="/register.css">
          <script type="module" src="{path}.js"></script>
        </head>
        <body>
          <header class="bar"><div class="bar-in">
            <p class="brand"><img src="/icon.svg" alt="" width="28" height="28"> EnviAgriNet</p>
            <a class="language" href="/">{words.Home}</a>
            <a class="language" lang="{language.Other}" href="{path}?lang={language.Other}">{words.Other}</a>
          </div></header>
          <main class="narrow">
            <h1>{title}</h1>
            {body}
          </main>
        </body>
        </html>
        """);
}

namespace EnviAgriNet.Edge.Status;

/// <summary>The style of the centre's screen: large, from a phone of 320 pixels to a wall; every text stands out from its ground.</summary>
internal static class PageStyle
{
    /// <summary>Its text, whose hash the page's policy names.</summary>
    public const string Text = PageFont.Style + """
        *{box-sizing:border-box}
        html{font-size:clamp(17px,13px + .55vw,26px)}
        body{margin:0;padding:1rem clamp(.75rem,2vw,3rem);font-family:Sarabun,"Noto Sans Thai","Leelawadee UI",sans-serif;line-height:1.4;
          background:#0b3d2e;color:#fff;overflow-wrap:anywhere}
        body.warn{background:#573000}body.bad{background:#6b0f1c}
        h1,h2,p,ul{margin:0}h1{font-size:1.4rem;font-weight:600}
        header{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.25rem 2rem;margin-bottom:1rem}
        main>section{margin-bottom:1rem}.none{margin-bottom:.6rem}
        [lang=en]{font-size:.85em;font-weight:400}
        .say{font-size:clamp(1.6rem,3.2vw,3.2rem);font-weight:600;line-height:1.3}
        .say [lang=en]{display:block;font-size:.55em}
        .more{padding-left:1.3em}.more li{margin-top:.3rem}
        .gone{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
        article{margin-bottom:1rem;padding:.9rem 1.2rem;background:#b00020;border:.15rem solid #fff;border-radius:.6rem}
        article.seen{background:#4a2c00}article.calm{background:#0b4f6c}
        article h2{font-size:clamp(1.5rem,3vw,3rem);line-height:1.35}
        article h2+p{font-size:1.35rem}.do{margin-top:.6rem;font-size:1.25rem}.do b{display:block;font-size:.8em}
        .when{margin-top:.6rem}
        form{display:flex;flex-wrap:wrap;gap:.8rem;margin-top:.8rem}
        button{font:inherit;font-size:1.25rem;font-weight:700;min-height:3.2rem;padding:.5rem 1.4rem;border:.15rem solid #111;border-radius:.5rem;
          background:#fff;color:#111;cursor:pointer}
        :focus-visible{outline:.3rem solid #ffd84d;outline-offset:.2rem}
        #over{padding:.6rem 1rem;border:.1rem solid #ffffff80;border-radius:.6rem}#over h2{font-size:1.05rem}
        table{width:100%;border-collapse:collapse;display:block}caption{display:block;text-align:left;font-size:1.15rem;font-weight:600;margin-bottom:.4rem}
        thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
        tbody{display:grid;gap:.5rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,17rem),1fr))}
        tbody tr{display:flex;flex-wrap:wrap;align-items:flex-end;column-gap:.6rem;background:#00000040;padding:.45rem .8rem;border-radius:.4rem;border:.12rem solid transparent}
        tbody tr.silent,tbody tr.doubt{border:.12rem dashed #ffd84d}
        tbody th{flex:1 0 100%;align-self:flex-start;text-align:left;font-weight:600;padding:0}td{padding:0}.v{flex:1 0 auto;max-width:100%}.t{text-align:right;margin-left:auto}.v b{font-size:1.9em;line-height:1.1}.why{display:block;color:#ffe08a}.t{color:#e8efec}
        .few tbody{grid-template-columns:repeat(auto-fill,minmax(min(100%,23rem),1fr))}.few .v b{font-size:2.8em}
        @media (min-width:900px){.many tbody{grid-template-columns:repeat(auto-fill,minmax(10.5rem,1fr));gap:.3rem}
          .many{font-size:.8rem;line-height:1.2}.many tbody tr{padding:.15rem .55rem}.many .v b{font-size:1.5em}}
        #old,.told{padding:.8rem 1.2rem;margin-bottom:1rem;background:#fff;color:#6b0f1c;font-size:1.4rem;font-weight:700;border-radius:.6rem}
        #old{position:sticky;top:.5rem;z-index:1}
        """;
}

namespace Serjeant.Reports.Html;

/// <summary>The look: system fonts, one accent colour that always means "speaks for hostile", light and dark, phone and paper.</summary>
internal static class HtmlStyle
{
    public const string Sheet = """
        :root{--paper:#fdfcf9;--ink:#1d1f21;--soft:#5a5d60;--line:#d9d5cc;--wash:#f4f1ea;--accent:#8a1c2c;--on:#fff;--t1:#f3e2e2;--t2:#e0b6b9;--against:#6b7680;--hit:#ffe58a;
        --serif:"Iowan Old Style","Palatino Linotype",Palatino,"Book Antiqua",Georgia,"Liberation Serif",serif;--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",sans-serif}
        @media (prefers-color-scheme:dark){:root{--paper:#15171a;--ink:#e8e6e1;--soft:#a5a7aa;--line:#35393e;--wash:#1e2125;--accent:#f08d97;--on:#15171a;--t1:#3a2327;--t2:#6d353d;--against:#8e9aa5;--hit:#6d5200}}
        *{box-sizing:border-box}
        html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
        body{margin:0 auto;max-width:68rem;padding:2.5rem 2rem 4rem;background:var(--paper);color:var(--ink);font:1rem/1.55 var(--sans);overflow-wrap:anywhere}
        h1,h2,h3,.verdict,.account{font-family:var(--serif);font-weight:600;text-wrap:pretty}
        h1{font-size:2.1rem;line-height:1.15;margin:.4rem 0 1rem}
        h2{font-size:1.5rem;margin:3.5rem 0 .8rem;padding-top:.8rem;border-top:2px solid var(--ink)}
        h3{font-size:1.5rem;line-height:1.25;margin:.3rem 0 .6rem}
        h4{font-size:1rem;margin:0 0 .15rem}
        p{margin:.5rem 0;max-width:46rem}
        small,.aside,figcaption p,caption p,.more{color:var(--soft);font-size:.86rem}
        caption{text-align:left;color:var(--soft);font-size:.86rem}caption h4{color:var(--ink)}
        a{color:inherit;text-decoration-color:var(--accent);text-underline-offset:.2em}
        a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
        .skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:.5rem}
        .n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
        .mark{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;max-width:none;margin:0 0 1.8rem;padding-bottom:.6rem;border-bottom:2px solid var(--ink);font-size:.9rem;color:var(--soft)}
        .mark b{color:var(--ink);letter-spacing:.04em}.mark span:last-child{margin-left:auto}
        .verdict{font-size:1.3rem;line-height:1.45;font-weight:400;max-width:44rem}
        .figures{display:grid;grid-template-columns:repeat(6,auto);margin:1.6rem 0;border-block:1px solid var(--line)}
        .figures div{padding:.7rem 1rem .6rem;border-left:1px solid var(--line)}.figures div:first-child{border:0;padding-left:0}
        .figures dt{font-size:.82rem;color:var(--soft)}.figures dd{margin:0;font:600 1.6rem/1.2 var(--serif);font-variant-numeric:lining-nums tabular-nums}
        .hot dd{color:var(--accent)}
        .handling{border-left:3px solid var(--accent);padding:.1rem 0 .1rem .9rem;font-size:.92rem}
        nav ol{margin:1.4rem 0 .6rem;padding:0;list-style:none;counter-reset:c}
        nav li{display:flex;gap:.2rem .8rem;align-items:baseline;padding:.38rem 0;border-bottom:1px solid var(--line);counter-increment:c}
        nav li::before{content:counter(c);color:var(--soft);min-width:1.4rem;font-variant-numeric:tabular-nums}
        nav li .n{margin-left:auto;color:var(--soft)}nav p{display:flex;flex-wrap:wrap;gap:.3rem 1.4rem;font-size:.92rem;max-width:none}
        .finding{display:inline-block;font:600 .74rem/1 var(--sans);letter-spacing:.03em;padding:.26em .5em .3em;border:1px solid var(--soft);border-radius:2px;color:var(--soft);white-space:nowrap}
        .finding.hostile{background:var(--accent);border-color:var(--accent);color:var(--on)}
        .finding.suspect{border-color:var(--accent);color:var(--accent)}
        .campaign{margin:0 0 4rem}.campaign+.campaign{border-top:1px solid var(--line);padding-top:1.6rem}
        .kicker{margin:0;max-width:none;color:var(--soft);font-size:.88rem}.kicker .finding{margin-right:.5em}.kicker .id{float:right;font-variant-numeric:tabular-nums}
        .account{font-size:1.13rem;line-height:1.55;font-weight:400;text-wrap:pretty}.account strong{font-weight:600}.q{font-style:italic}
        figure{margin:2rem 0}figcaption{margin-bottom:.7rem}figcaption p{margin:0}
        svg{display:block;width:100%;overflow:visible}svg text{font:11px var(--sans);fill:var(--soft)}
        .bar{fill:var(--accent)}.against{fill:var(--against)}.base,.grid{stroke:var(--line)}.one{stroke:var(--ink)}
        .whisker{stroke:var(--accent);stroke-width:2}.dot{fill:var(--accent)}
        .lane{display:grid;grid-template-columns:20.5rem 1fr 2.5rem;gap:0 1rem;align-items:end;margin-bottom:.45rem}
        .who{display:flex;gap:.5rem;align-items:baseline;font-size:.86rem;line-height:1.3}.who small{display:block;font-size:.95em}.lane .n{font-size:.86rem}
        .accounts{list-style:none;padding:0;margin:.4rem 0 .8rem}.accounts .who{margin:.15rem 0}.no{display:inline-block;min-width:1.5em;text-align:right;color:var(--accent);font-variant-numeric:tabular-nums}
        .odds{display:grid;grid-template-columns:19rem 1fr 15.5rem;gap:0 1.2rem;align-items:center;padding:.3rem 0;border-bottom:1px solid var(--line)}.odds.axis{border:0}
        .odds .what small{display:block}.odds .n{text-align:left;white-space:normal}.k{white-space:nowrap}
        .weight{display:grid;grid-template-columns:3.2rem 9rem 1fr;gap:0 1rem;align-items:baseline;padding:.32rem 0;border-bottom:1px solid var(--line)}.weight svg{align-self:start;margin-top:.35rem}
        .signals details{margin-top:.5rem}.signals summary{color:var(--soft);font-size:.9rem}
        table{border-collapse:collapse;font-size:.9rem}th{text-align:left;font-weight:600}th,td{padding:.34rem 1rem .34rem 0;vertical-align:baseline}
        thead th{color:var(--soft);font-size:.82rem;font-weight:400;border-bottom:1px solid var(--ink)}
        tbody tr{border-bottom:1px solid var(--line)}th.n,td.n{text-align:right}
        .stack{width:100%}.stack tbody th{font-weight:400}.stack small{display:block}
        .scroll{overflow-x:auto}
        @media (min-width:46.01rem){.hunted .person{min-width:11rem;overflow-wrap:break-word}.hunted .selector{min-width:15rem}.hunted .word{white-space:nowrap}}
        .matrix table{font-size:.84rem}.matrix th,.matrix td{padding:.1rem .5rem .1rem 0}.matrix tbody tr{border-color:transparent}.matrix tbody tr:hover{background:var(--wash)}
        .matrix th[scope=row]{font-weight:400;min-width:8.5rem}.matrix .c{width:2.1rem;min-width:1.35rem;text-align:center;padding:.1rem 0;border:1px solid var(--line);font-variant-numeric:tabular-nums}
        .matrix thead .c{border:0;border-bottom:1px solid var(--ink);color:var(--accent);font-weight:600}.matrix abbr{text-decoration:none}
        .matrix .n{padding:0 0 0 .8rem}.matrix .group th{padding-top:.8rem;border:0}.group span{font-weight:400;color:var(--soft)}
        .apart th,.apart td{padding-top:.4rem}.l1{background:var(--t1)}.l2{background:var(--t2)}.l3{background:var(--accent);color:var(--on)}
        summary{cursor:pointer}
        .messages{border-top:1px solid var(--ink)}.message{border-bottom:1px solid var(--line)}
        .message summary{display:grid;grid-template-columns:1rem 6.4rem 1fr 15rem 4.6rem 3.2rem;gap:0 .7rem;align-items:baseline;padding:.42rem 0;list-style:none}
        .message summary::-webkit-details-marker{display:none}.message summary::before{content:"+";color:var(--soft);text-align:center}.message[open] summary::before{content:"\2212"}
        .message summary:hover{background:var(--wash)}.date{color:var(--soft);font-size:.86rem;font-variant-numeric:tabular-nums}
        .list{margin-top:2rem}.to{font-size:.88rem}.rest>summary{display:block;padding:.6rem 0;font-size:.92rem;text-decoration:underline;text-decoration-color:var(--accent);text-underline-offset:.2em}.head{min-width:0}.subject{display:block}.from{display:block;color:var(--soft);font-size:.86rem}
        .message dl{display:grid;grid-template-columns:7rem 1fr;gap:.15rem .8rem;margin:.3rem 0 .8rem 1.7rem;font-size:.88rem}.message dt{color:var(--soft)}.message dd{margin:0}
        .hash{font-family:ui-monospace,"SF Mono",Consolas,"Liberation Mono",monospace;font-size:.82em}
        .evidence{margin:0 0 1.2rem 1.7rem;width:calc(100% - 1.7rem)}.evidence .n{width:4.6rem;padding-right:1rem}.evidence small{white-space:nowrap}tfoot td{font-weight:600}
        mark{background:var(--hit);color:inherit;font-weight:700;padding:.08em .06em;border-bottom:2px solid var(--accent);border-radius:2px 2px 0 0;white-space:pre-wrap}
        .worn-by{margin:0 0 1.6rem}.whose{margin:0 0 .45rem;font-size:.94rem}.whose .q{font-style:normal;font-weight:600}
        .pair{display:grid;grid-template-columns:1fr 1fr;gap:.9rem}
        .side{margin:0;padding:.7rem 1rem .8rem;border:1px solid var(--line);border-top:3px solid var(--against);border-radius:0 0 3px 3px;background:var(--wash);min-width:0}.side.false{border-top-color:var(--accent)}
        .side .where{color:var(--soft);font-size:.82rem;margin:0 0 .35rem}.side.false .where{color:var(--accent);font-weight:600}
        .side dt{color:var(--soft);font-size:.78rem}.side dd{margin:0 0 .3rem}.side .name dd{font-weight:600}.side .address dd{font:1.02rem/1.5 ui-monospace,"SF Mono",Consolas,"Liberation Mono",monospace}
        .differs{margin:.5rem 0 0;padding:0;list-style:none;font-size:.9rem;display:flex;flex-wrap:wrap;gap:.15rem 1.4rem}.differs li::before{content:"\2022\00a0\00a0";color:var(--accent)}
        .worn-by .aside{margin:.3rem 0 0}.side dl{margin:0}
        .guide{display:grid;grid-template-columns:11rem 1fr;gap:.7rem 1.5rem;max-width:52rem;font-size:.94rem}.guide dt{font-weight:600}.guide dd{margin:0}
        footer{margin-top:3rem;border-top:2px solid var(--ink);color:var(--soft);font-size:.86rem}
        @media screen and (max-width:46rem){body{padding:1.2rem 1rem 3rem}h1{font-size:1.65rem}h2,h3{font-size:1.28rem}.verdict{font-size:1.12rem}.account{font-size:1.05rem}
        .mark span:last-child{margin-left:0}
        .figures{grid-template-columns:repeat(3,1fr)}.figures div,.figures div:first-child{border:0;padding:.5rem .4rem .5rem 0}
        nav li{flex-wrap:wrap}nav li a{flex:1 1 70%}nav li .n{margin:0}
        .lane{grid-template-columns:1fr auto;margin-bottom:.7rem}.lane svg{grid-row:2;grid-column:1/-1}.lane.axis .who,.lane.axis .n{display:none}.minor{display:none}
        .odds{grid-template-columns:1fr}.odds svg{margin:.2rem 0}.odds.axis .what,.odds.axis .n{display:none}
        .weight{grid-template-columns:3.2rem 1fr}.weight span:last-child{grid-column:1/-1}
        .message summary{grid-template-columns:1rem 1fr auto auto}.message .head{grid-column:2/-1;grid-row:2}.message .to{grid-column:2/-1;grid-row:3;color:var(--soft)}.message .to::before{content:"to "}
        .pair{grid-template-columns:1fr;gap:.5rem}
        .message dl,.evidence{margin-left:0}.evidence{width:100%}.message dl{grid-template-columns:5rem 1fr}
        .matrix th[scope=row]{min-width:6.4rem}.matrix .c{width:1.2rem;min-width:1.1rem}.matrix table{font-size:.8rem}.matrix .n{padding-left:.5rem}.guide{grid-template-columns:1fr;gap:.2rem}.guide dd{margin-bottom:.7rem}
        .kicker .finding{margin-right:.5em}.kicker .id{float:none;display:block}.stack thead{position:absolute;clip-path:inset(50%);height:1px;overflow:hidden}.stack,.stack tbody,.stack tr,.stack caption{display:block}
        .stack tbody tr{padding:.5rem 0}.stack tbody th{display:block;font-weight:600;padding:0}.stack td,.stack td.n{display:grid;grid-template-columns:6rem 1fr;padding:.1rem 0;text-align:left;white-space:normal}
        .stack td::before{content:attr(data-label);color:var(--soft)}}
        @media print{:root{--paper:#fff;--ink:#000;--soft:#444;--line:#bbb;--wash:#fff;--accent:#8a1c2c;--on:#fff;--t1:#f3e2e2;--t2:#e0b6b9;--against:#6b7680;--hit:#ffe58a}
        @page{size:A4;margin:18mm 16mm 20mm}*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
        html{font-size:9pt}body{max-width:none;padding:0}footer{margin-top:1rem}.guide{max-width:none}.skip{display:none}h2,h3,h4,figcaption{break-after:avoid}h2{margin-top:2rem}
        figure,.odds,.weight,.lane,tr,.message,.worn-by,.guide dd{break-inside:avoid}.campaign+.campaign,#loose,#mailings,#guide{break-before:page}.timeline,.matrix,.signals,.worn{break-inside:auto}
        .scroll{overflow:visible}.rest::details-content,.signals details::details-content{content-visibility:visible;block-size:auto}.rest>summary,.signals summary{display:none}a{text-decoration:none}.message summary{grid-template-columns:0 6.4rem 1fr 12rem 4.6rem 3.2rem;padding:.25rem 0}.message summary::before{content:""}.messages{break-before:avoid}}

        """;
}

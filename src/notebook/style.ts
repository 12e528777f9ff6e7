import { cssVariables } from "../theme/variables";

/**
 * The look of outputs in a notebook, where no page gives them one; in JupyterLab's dark theme charts are dark, too. A report takes style elements away and has the
 * same rules in its own CSS. Each output carries it, as outputs are cleared one by one.
 */
export const style = `<style>
.sb-figure{margin:0 0 .5em;max-width:720px}.sb-title{margin:.2em 0 .4em;font-size:1.05em;font-weight:600}.sb-figure svg{max-width:100%;height:auto;display:block}
.sb-figure figcaption,.sb-foot{color:#5a6069;color:var(--jp-ui-font-color2,#5a6069);font-size:.9em;margin:.3em 0}
.sb-narrow{display:none}@media(max-width:640px){.sb-wide{display:none}.sb-narrow{display:block}}
.sb-data summary{cursor:pointer;font-size:.9em}.sb-data>div{max-height:22em;overflow:auto}
.sb-table caption{text-align:left;font-weight:600;padding:.2em 0;caption-side:top}.sb-table .sb-number{text-align:right;font-variant-numeric:tabular-nums}
.sb-table th[scope=row]{font-weight:inherit;text-align:left}.sb-table th[scope=row].sb-number{text-align:right}.sb-table td:not(.sb-number),.sb-table th[scope=col]:not(.sb-number){text-align:left}
.sb-table th,.sb-table td{white-space:nowrap}.sb-table .sb-interval{white-space:normal}.sb-table .sb-long{white-space:normal;min-width:11em}.sb-table thead .sb-long{min-width:5.5em}
.sb-findings :is(th,td){white-space:normal;vertical-align:top}.sb-findings th{min-width:7em;max-width:14em;overflow-wrap:anywhere}
.sb-note,.sb-source{border-left:4px solid var(--sb-s8,#6d7278);padding:.3em .8em;margin:.4em 0}.sb-note p{margin:.2em 0}
.sb-published,.sb-generated{border-color:var(--sb-published,#c4570b)}.sb-corrected,.sb-real{border-color:var(--sb-corrected,#0067a6)}.sb-warning{border-color:var(--sb-s5,#8a6d00)}
.sb-cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(15em,1fr));gap:.8em;list-style:none;margin:0;padding:0}.sb-card{border:1px solid #9aa1ab;border-radius:6px;padding:.6em .8em}
.sb-card p{margin:.2em 0}.sb-card-name{font-weight:600}.sb-card dl,.sb-card dd{margin:0}.sb-card dt,.sb-card-head,.sb-card-foot{font-size:.9em;opacity:.8}.sb-card ul{margin:.1em 0;padding-left:1.2em}.sb-figure .sb-card svg{width:100%;height:6px}
.sb-card-sub{font-size:.9em;opacity:.8}.sb-card dl.sb-card-facts{margin:.4em 0}.sb-fact{display:flex;justify-content:space-between;align-items:baseline;gap:.8em}.sb-fact dd{text-align:right}.sb-card ul.sb-reasons{list-style:none;padding:0}.sb-reasons li{margin:.3em 0}.sb-reason{display:flex;justify-content:space-between;gap:.6em;font-size:.9em}.sb-effect{white-space:nowrap;font-variant-numeric:tabular-nums;opacity:.8}
[data-jp-theme-light="false"] .jp-OutputArea{${cssVariables("dark").replaceAll(" ", "")}}
</style>`.replaceAll("\n", "");

/** 资产包及其分包招标。 */
export const lots = {
  "lots.band": "{from}至{below}，{years}年",
  "lots.band_over": "{from}以上，{years}年",
  "paper.lot_claims": "本包债权数",
  "paper.lot_schedule":
    "债权为债权人文件{file}（SHA-256 {hash}）中属于本包的各笔；双方签署后每笔成为一个独立案件。",
  "paper.lot_rate": "回收金额的{percent}，另每笔{fixed}（共{claims}笔）",
};

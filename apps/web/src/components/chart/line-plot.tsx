"use client";

import "@mantine/charts/styles.layer.css";
import { LineChart } from "@mantine/charts";
import { ActionIcon, Menu } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useRef } from "react";
import { notifyRefusal } from "../notify-refusal";
import { drawPng } from "./draw-png";
import classes from "./line-plot.module.css";
import { saveFile } from "./save-file";
import { writeCsv } from "./write-csv";

export interface PlotSeries {
  /** Name of its value in each row. */
  key: string;
  title: string;
  /** A colour of the theme, such as `corrected.6`, or of CSS. */
  color: string;
  isDashed?: boolean;
  /** Points instead of a line, where there are few of them. */
  hasDots?: boolean;
}

/** Lines over the same axis, named where they stand, with their values on hover and as files. */
export function LinePlot({
  title,
  fileName,
  xTitle,
  xKey,
  rows,
  series,
  isLog = false,
  format,
}: {
  /** With the unit. */
  title: string;
  fileName: string;
  xTitle: string;
  xKey: string;
  rows: Record<string, number | null>[];
  series: readonly PlotSeries[];
  isLog?: boolean;
  format: (value: number) => string;
}) {
  const frame = useRef<HTMLDivElement>(null);
  /** A single point has no line that would show it. */
  const hasPoints = (name: string) =>
    rows.length === 1 || series.some(({ key, hasDots }) => key === name && hasDots === true);
  const saveCsv = () => {
    const columns = [{ key: xKey, title: xTitle }, ...series];
    saveFile(`${fileName}.csv`, new Blob([writeCsv(columns, rows)], { type: "text/csv" }));
  };
  const savePng = async () => {
    const svg = frame.current?.querySelector<SVGSVGElement>("svg.recharts-surface");
    if (!svg || frame.current === null) return;
    try {
      const background = getComputedStyle(frame.current).getPropertyValue("--surface-raised");
      saveFile(`${fileName}.png`, await drawPng(svg, background));
    } catch (error) {
      notifyRefusal("The picture could not be saved", error);
    }
  };
  return (
    <figure className={classes.plot} ref={frame} aria-label={title}>
      <figcaption>
        <span className={classes.title}>{title}</span>
        <span className={classes.names}>
          {series.length > 1 &&
            series.map(({ key, title: name, color, isDashed }) => (
              <span key={key} className={classes.name}>
                <i
                  style={{ borderTopColor: color, borderTopStyle: isDashed ? "dashed" : "solid" }}
                />
                {name}
              </span>
            ))}
        </span>
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" size="sm" aria-label={`Save ${title}`}>
              <IconDownload size={14} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={saveCsv}>Values as CSV</Menu.Item>
            <Menu.Item onClick={() => void savePng()}>Picture as PNG</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </figcaption>
      <LineChart
        h={190}
        data={rows}
        dataKey={xKey}
        series={series.map(({ key, title: label, color, isDashed }) => ({
          name: key,
          label,
          color,
          ...(isDashed ? { strokeDasharray: "5 3" } : {}),
        }))}
        curveType="linear"
        strokeWidth={1.6}
        dotProps={{ r: 2.5, strokeWidth: 0 }}
        connectNulls
        xAxisLabel={xTitle}
        valueFormatter={format}
        lineChartProps={{ syncId: "steps" }}
        xAxisProps={{ type: "number", domain: ["dataMin", "dataMax"], allowDecimals: false }}
        yAxisProps={{
          width: 56,
          domain: ["auto", "auto"],
          ...(isLog ? { scale: "log" as const, allowDataOverflow: true } : {}),
        }}
        lineProps={({ name }) => ({
          isAnimationActive: false,
          ...(hasPoints(name) ? {} : { dot: false }),
        })}
        tooltipAnimationDuration={0}
      />
    </figure>
  );
}

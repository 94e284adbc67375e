import Content

/// Indicators before and after as a picture: a hollow and a full circle on a line from zero, the target as a stroke.
/// Each line has a scale of its own, because the units differ.
enum IndicatorChart {
    private static let left = 16
    private static let lineWidth = 328
    private static let rowHeight = 66

    static func chart(of indicators: [WriteUpEntry.Indicator], _ context: RenderContext) -> IndicatorChartView? {
        let drawn = indicators.filter(canBeDrawn)
        guard !drawn.isEmpty else { return nil }
        let words = context.words
        let rows = drawn.enumerated().map { index, indicator in row(indicator, index: index, words) }
        return IndicatorChartView(
            title: words[.indicatorChartTitle],
            description: drawn.map { sentence($0, words) }.joined(separator: words[.clauseSeparator])
                + words[.fullStop],
            width: String(left * 2 + lineWidth), height: String(drawn.count * rowHeight),
            lineStart: String(left), lineEnd: String(left + lineWidth), rows: rows)
    }

    /// A scale from zero shows neither negative numbers nor nothing but zeros.
    private static func canBeDrawn(_ indicator: WriteUpEntry.Indicator) -> Bool {
        let values = [indicator.before?.value, indicator.after.value, indicator.target?.value].compactMap { $0 }
        return values.allSatisfy { $0 >= 0 && $0.isFinite } && (values.max() ?? 0) > 0
    }

    private static func row(
        _ indicator: WriteUpEntry.Indicator, index: Int, _ words: Words
    ) -> IndicatorChartRowView {
        let greatest =
            [indicator.before?.value, indicator.after.value, indicator.target?.value]
            .compactMap { $0 }.max() ?? 1
        func place(_ value: Double) -> Int { left + Int((value / greatest * Double(lineWidth)).rounded()) }
        let top = index * rowHeight
        let after = place(indicator.after.value)
        let before = indicator.before.map { place($0.value) }
        let isHigherBetter = indicator.better.value == .higher
        return IndicatorChartRowView(
            name: indicator.name.value, unit: indicator.unit?.value, isHigherBetter: isHigherBetter,
            direction: words[isHigherBetter ? .betterHigher : .betterLower], nameY: String(top + 16),
            lineY: String(top + 36), textY: String(top + 56),
            after: mark(NumberText.text(indicator.after.value), at: after, apartFrom: before, isLast: true),
            before: before.map {
                mark(NumberText.text(indicator.before?.value ?? 0), at: $0, apartFrom: after)
            },
            target: indicator.target.map { mark(NumberText.text($0.value), at: place($0.value), apartFrom: nil) },
            targetTop: String(top + 27), targetBottom: String(top + 45))
    }

    /// A number below its place; where it would touch the other one it moves away from it.
    private static func mark(_ text: String, at x: Int, apartFrom other: Int?, isLast: Bool = false) -> ChartMarkView {
        let half = text.utf8.count * 4 + 3
        var textX = x
        if let other, abs(other - x) < half * 2 {
            let middle = (x + other) / 2
            textX = x < other || (x == other && !isLast) ? middle - half : middle + half
        }
        return ChartMarkView(text: text, x: String(x), textX: String(textX))
    }

    private static func sentence(_ indicator: WriteUpEntry.Indicator, _ words: Words) -> String {
        let unit = indicator.unit?.value ?? ""
        let after = NumberText.text(indicator.after.value)
        let change: String
        if let before = indicator.before {
            change = words.text(
                .indicatorFromTo,
                ["name": indicator.name.value, "before": NumberText.text(before.value), "after": after, "unit": unit])
        } else {
            change = words.text(.indicatorNow, ["name": indicator.name.value, "after": after, "unit": unit])
        }
        guard let target = indicator.target else { return change }
        return change + words.text(.indicatorTarget, ["target": NumberText.text(target.value), "unit": unit])
    }
}

import Content
import Fields

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
        let before = indicator.before.map { (text: NumberText.text($0.value), x: place($0.value)) }
        let marks = marks(after: (NumberText.text(indicator.after.value), after), before: before)
        let isHigherBetter = indicator.better.value == .higher
        return IndicatorChartRowView(
            name: indicator.name.value, unit: indicator.unit?.value, isHigherBetter: isHigherBetter,
            direction: words[isHigherBetter ? .betterHigher : .betterLower], nameY: String(top + 16),
            lineY: String(top + 36), textY: String(top + 56),
            after: marks.after, before: marks.before,
            target: indicator.target.map {
                ChartMarkView(text: NumberText.text($0.value), x: String(place($0.value)), textX: "")
            },
            targetTop: String(top + 27), targetBottom: String(top + 45))
    }

    /// Numbers below their places; where two would touch they move apart, and none leaves the picture.
    private static func marks(
        after: (text: String, x: Int), before: (text: String, x: Int)?
    ) -> (after: ChartMarkView, before: ChartMarkView?) {
        let afterHalf = half(after.text)
        guard let before else { return (mark(after, at: within(after.x, afterHalf)), nil) }
        let beforeHalf = half(before.text)
        guard abs(before.x - after.x) < beforeHalf + afterHalf else {
            return (
                mark(after, at: within(after.x, afterHalf)), mark(before, at: within(before.x, beforeHalf))
            )
        }
        let isAfterRight = after.x >= before.x
        let (leftHalf, rightHalf) = isAfterRight ? (beforeHalf, afterHalf) : (afterHalf, beforeHalf)
        let between = min(
            max((before.x + after.x) / 2, 2 * leftHalf), left * 2 + lineWidth - 2 * rightHalf)
        let (leftX, rightX) = (between - leftHalf, between + rightHalf)
        return (
            mark(after, at: isAfterRight ? rightX : leftX), mark(before, at: isAfterRight ? leftX : rightX)
        )
    }

    /// Half the room of a number, in pixels.
    private static func half(_ text: String) -> Int { text.utf8.count * 4 + 3 }

    private static func within(_ x: Int, _ half: Int) -> Int { min(max(x, half), left * 2 + lineWidth - half) }

    private static func mark(_ number: (text: String, x: Int), at textX: Int) -> ChartMarkView {
        ChartMarkView(text: number.text, x: String(number.x), textX: String(textX))
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

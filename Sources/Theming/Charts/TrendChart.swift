import SiteModel

/// Teams by year as a bar chart. What is in publicity is drawn otherwise: its teams hold no title yet.
enum TrendChart {
    private static let barWidth = 56
    private static let gap = 32
    private static let plotHeight = 150
    private static let top = 28

    /// - Parameter editions: oldest first.
    static func chart(of editions: [Edition], _ context: RenderContext) -> ChartView? {
        let counted = editions.filter { $0.state != .draft && $0.state != .publicityAhead }
        guard counted.count > 1, let greatest = counted.map(\.figures.held).max(), greatest > 0 else { return nil }
        let words = context.words
        let baseline = top + plotHeight
        let bars = counted.enumerated().map { index, edition in
            let height = edition.figures.held * plotHeight / greatest
            let x = gap / 2 + index * (barWidth + gap)
            return BarView(
                label: String(edition.year), value: String(edition.figures.held), url: context.href(edition.url),
                isPending: edition.state != .final, x: String(x), y: String(baseline - height),
                height: String(height), middle: String(x + barWidth / 2), valueY: String(baseline - height - 8))
        }
        let parts = counted.map { edition in
            words.text(
                edition.state == .final ? .chartPart : .chartPartPending,
                ["year": String(edition.year), "count": String(edition.figures.held)])
        }
        return ChartView(
            title: words[.chartTitle], description: parts.joined(separator: words[.wordSeparator]),
            width: String(counted.count * (barWidth + gap)), height: String(baseline + 32),
            baseline: String(baseline), barWidth: String(barWidth), labelY: String(baseline + 22), bars: bars)
    }
}

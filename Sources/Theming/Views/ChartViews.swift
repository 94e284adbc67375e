/// A bar of a chart.
struct BarView: ViewModel {
    let label: String
    let value: String
    let url: String
    let isPending: Bool
    let x: String
    let y: String
    let height: String
    let middle: String
    let valueY: String

    static let fields = ViewFields<Self>(
        "bar", "A bar of a chart, in the units of its view box.",
        [
            .text("label", "What it stands for.") { $0.label },
            .text("value", "Its number.") { $0.value },
            .address("url", "Where the number comes from.") { $0.url },
            .flag("is_pending", "Whether its teams are in publicity and hold no title yet.") { $0.isPending },
            .text("x", "Left edge.") { $0.x },
            .text("y", "Upper edge.") { $0.y },
            .text("height", "Height.") { $0.height },
            .text("middle", "Middle, for labels.") { $0.middle },
            .text("value_y", "Baseline of the number above it.") { $0.valueY },
        ])
}

/// A bar chart.
struct ChartView: ViewModel {
    let title: String
    let description: String
    let width: String
    let height: String
    let baseline: String
    let barWidth: String
    let labelY: String
    let bars: [BarView]

    static let fields = ViewFields<Self>(
        "chart", "A bar chart, to be drawn as inline SVG with a table beside it.",
        [
            .text("title", "What it shows.") { $0.title },
            .text("description", "The same in a sentence with its numbers, for screen readers.") { $0.description },
            .text("width", "Width of the view box.") { $0.width },
            .text("height", "Height of the view box.") { $0.height },
            .text("baseline", "Where the bars stand.") { $0.baseline },
            .text("bar_width", "Width of a bar.") { $0.barWidth },
            .text("label_y", "Baseline of the labels.") { $0.labelY },
            .list("bars", "The bars.") { $0.bars },
        ])
}

/// A column of the coverage matrix.
struct CoverageColumnView: ViewModel {
    let name: String
    let url: String
    let x: String
    let y: String

    static let fields = ViewFields<Self>(
        "coverage_column", "A field of building a team: a column of the matrix.",
        [
            .text("name", "The field.") { $0.name },
            .address("url", "Its page.") { $0.url },
            .text("x", "Middle of the column.") { $0.x },
            .text("y", "Where its upright label ends.") { $0.y },
        ])
}

/// A cell of the coverage matrix.
struct CoverageCellView: ViewModel {
    let count: String
    let isEmpty: Bool
    let x: String
    let radius: String

    static let fields = ViewFields<Self>(
        "coverage_cell", "How many practices there are for a criterion in a field.",
        [
            .text("count", "The number.") { $0.count },
            .flag("is_empty", "Whether there is none.") { $0.isEmpty },
            .text("x", "Middle of its circle.") { $0.x },
            .text("radius", "Radius of its circle.") { $0.radius },
        ])
}

/// A row of the coverage matrix.
struct CoverageRowView: ViewModel {
    let name: String
    let url: String
    let textY: String
    let y: String
    let cells: [CoverageCellView]

    static let fields = ViewFields<Self>(
        "coverage_row", "A criterion: a row of the matrix.",
        [
            .text("name", "The criterion.") { $0.name },
            .address("url", "Its page.") { $0.url },
            .text("text_y", "Baseline of its texts.") { $0.textY },
            .text("y", "Middle of the row.") { $0.y },
            .list("cells", "Its numbers in the order of the columns.") { $0.cells },
        ])
}

/// The coverage matrix.
struct CoverageView: ViewModel {
    let title: String
    let description: String
    let width: String
    let height: String
    let columns: [CoverageColumnView]
    let rows: [CoverageRowView]

    static let fields = ViewFields<Self>(
        "coverage", "Which of the five criteria and six fields the practices cover, to be drawn as inline SVG.",
        [
            .text("title", "What it shows.") { $0.title },
            .text("description", "The same in a sentence, with what is not covered.") { $0.description },
            .text("width", "Width of the view box.") { $0.width },
            .text("height", "Height of the view box.") { $0.height },
            .list("columns", "The fields.") { $0.columns },
            .list("rows", "The criteria.") { $0.rows },
        ])
}

/// A value on the line of an indicator.
struct ChartMarkView: ViewModel {
    let text: String
    let x: String
    let textX: String

    static let fields = ViewFields<Self>(
        "chart_mark", "A value on the line of an indicator.",
        [
            .text("text", "The value.") { $0.text },
            .text("x", "Its place on the line.") { $0.x },
            .text("text_x", "Middle of its text, which makes room for another one beside it.") { $0.textX },
        ])
}

/// A line of the picture of indicators.
struct IndicatorChartRowView: ViewModel {
    let name: String
    let unit: String?
    let isHigherBetter: Bool
    let direction: String
    let nameY: String
    let lineY: String
    let textY: String
    let after: ChartMarkView
    let before: ChartMarkView?
    let target: ChartMarkView?
    let targetTop: String
    let targetBottom: String

    static let fields = ViewFields<Self>(
        "indicator_chart_row", "An indicator as a line from zero to its greatest value.",
        [
            .text("name", "What is measured.") { $0.name },
            .text("unit", "Its unit; may be empty.") { $0.unit },
            .flag("is_higher_better", "Whether greater values are better.") { $0.isHigherBetter },
            .text("direction", "Which direction is better, in words.") { $0.direction },
            .text("name_y", "Baseline of the name.") { $0.nameY },
            .text("line_y", "Where the line is.") { $0.lineY },
            .text("text_y", "Baseline of the values.") { $0.textY },
            .view("after", "The value after.") { $0.after },
            .view("before", "The value before, where there is one.") { $0.before },
            .view("target", "The target, where there is one.") { $0.target },
            .text("target_top", "Upper end of the target's stroke.") { $0.targetTop },
            .text("target_bottom", "Lower end of the target's stroke.") { $0.targetBottom },
        ])
}

/// The picture of a write-up's indicators.
struct IndicatorChartView: ViewModel {
    let title: String
    let description: String
    let width: String
    let height: String
    let lineStart: String
    let lineEnd: String
    let rows: [IndicatorChartRowView]

    static let fields = ViewFields<Self>(
        "indicator_chart", "Indicators before and after as a picture; their table stands beside it.",
        [
            .text("title", "What it shows.") { $0.title },
            .text("description", "The same in a sentence with its numbers.") { $0.description },
            .text("width", "Width of the view box.") { $0.width },
            .text("height", "Height of the view box.") { $0.height },
            .text("line_start", "Where lines begin: zero.") { $0.lineStart },
            .text("line_end", "Where lines end: the greatest of an indicator's values.") { $0.lineEnd },
            .list("rows", "The indicators that can be drawn, none of them negative.") { $0.rows },
        ])
}

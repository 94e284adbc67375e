import Content
import Fields
import SiteModel
import Values

/// How many best practices there are for each criterion in each field, as a matrix of circles.
enum CoverageChart {
    private static let smallestLabelWidth = 76
    private static let smallestHeadHeight = 92
    private static let cell = 44
    /// A circle holds its number, so that even that for one is not smaller.
    private static let smallestRadius = 8
    private static let greatestRadius = 18

    static func chart(_ context: RenderContext) -> CoverageView? {
        let practices = context.site.practices
        guard !practices.isEmpty else { return nil }
        let fields = BuildingField.allCases
        let words = context.words
        let counts = Criterion.allCases.map { criterion in
            fields.map { field in
                practices.count { practice in
                    practice.entry[PracticeFields.criteria].contains { $0.value == criterion }
                        && practice.entry[PracticeFields.fields].contains { $0.value == field }
                }
            }
        }
        let labelWidth = max(smallestLabelWidth, width(of: Criterion.allCases.map { context.name(of: $0) }))
        let headHeight = max(smallestHeadHeight, width(of: fields.map { context.name(of: $0) }))
        func middle(_ column: Int) -> Int { labelWidth + column * cell + cell / 2 }
        let greatest = counts.flatMap { $0 }.max() ?? 0
        let rows = zip(Criterion.allCases, counts).enumerated().map { index, row in
            let y = headHeight + index * cell + cell / 2
            return CoverageRowView(
                name: context.name(of: row.0), url: context.href(SiteURL.criterion(row.0)),
                textY: String(y + 5), y: String(y),
                cells: row.1.enumerated().map { column, count in
                    CoverageCellView(
                        count: String(count), isEmpty: count == 0, x: String(middle(column)),
                        radius: String(radius(count, greatest: greatest)))
                })
        }
        let empty = zip(Criterion.allCases, counts).compactMap { criterion, row -> String? in
            let missing = zip(fields, row).filter { $0.1 == 0 }.map { context.name(of: $0.0) }
            guard !missing.isEmpty else { return nil }
            return words.text(
                .coverageGap,
                [
                    "criterion": context.name(of: criterion),
                    "fields": missing.joined(separator: words[.wordSeparator]),
                ])
        }
        let description = words.text(
            empty.isEmpty ? .coverageFull : .coverageWithGaps,
            ["count": String(practices.count), "gaps": empty.joined(separator: words[.clauseSeparator])])
        return CoverageView(
            title: words[.coverageTitle], description: description,
            width: String(labelWidth + fields.count * cell + 4),
            height: String(headHeight + Criterion.allCases.count * cell + 4),
            columns: fields.enumerated().map { index, field in
                CoverageColumnView(
                    name: context.name(of: field), url: context.href(SiteURL.field(field)),
                    x: String(middle(index)), y: String(headHeight - 6))
            }, rows: rows)
    }

    /// The room that the longest of some labels takes, generously: fonts differ.
    private static func width(of labels: [String]) -> Int {
        labels.map { label in
            label.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 8 : 14) } + 12
        }.max() ?? 0
    }

    /// The radius whose square grows with the number.
    private static func radius(_ count: Int, greatest: Int) -> Int {
        guard count > 0, greatest > 0 else { return 2 }
        let area = greatestRadius * greatestRadius * count / greatest
        let exact = (0...greatestRadius).last { $0 * $0 <= area } ?? 0
        return max(smallestRadius, exact)
    }
}

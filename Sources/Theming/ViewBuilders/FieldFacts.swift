import Fields

/// The values of declared fields as the facts of a page.
enum FieldFacts {
    /// - Parameter note: what is to be said behind the value of a label.
    static func facts(
        of fields: [DeclaredField], in values: FieldValues, _ context: RenderContext,
        note: (String) -> String? = { _ in nil }
    ) -> [FactView] {
        fields.flatMap { $0.facts(values) }.compactMap { fact in
            text(of: fact.value, context).map {
                FactView(label: context.words[declared: fact.label], text: $0, note: note(fact.label))
            }
        }
    }

    private static func text(of value: ShownValue, _ context: RenderContext) -> String? {
        switch value {
        case .text(let text): text
        case .number(let number): String(number)
        case .percent(let number): context.words.text(.percentValue, ["value": NumberText.text(number)])
        case .day(let day): context.dates.text(day)
        case .span(let span): PlacePages.span(from: span.from, to: span.to, context)
        case .word(let name): context.words[declared: name]
        }
    }
}

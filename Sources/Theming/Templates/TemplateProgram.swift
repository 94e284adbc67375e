/// A template after the check: every name is the place of a field, every partial and block stands where it is shown.
struct TemplateProgram: Sendable {
    /// One step of rendering.
    indirect enum Step: Sendable {
        /// Bytes of the template, and words, which are known beforehand.
        case bytes([UInt8])
        /// A field's text or HTML.
        case value(FieldPlace, isEscaped: Bool)
        /// The text of the innermost section on text.
        case currentText
        case section(FieldPlace, [Step])
        case invertedSection(FieldPlace, [Step])
        /// Shown for the first element of the innermost list.
        case first([Step])
        /// Shown for the last element of the innermost list.
        case last([Step])
    }

    /// The way to a field: the scope it is found in, counted from the outermost, and the fields to follow from there.
    struct FieldPlace: Sendable {
        let scope: Int
        let fields: [Int]
    }

    let steps: [Step]

    /// The page, with `scopes` as outermost views.
    func render(_ scopes: [any ViewModel]) -> [UInt8] {
        var rendering = TemplateRendering(scopes: scopes)
        rendering.run(steps)
        return rendering.output
    }
}

/// Runs a program over views.
private struct TemplateRendering {
    private enum Scope {
        case view(any ViewModel)
        case text(String)
    }

    private var scopes: [Scope]
    private var isFirst = false
    private var isLast = false
    private(set) var output: [UInt8] = []

    init(scopes: [any ViewModel]) {
        self.scopes = scopes.map { .view($0) }
        output.reserveCapacity(32 * 1024)
    }

    mutating func run(_ steps: [TemplateProgram.Step]) {
        for step in steps {
            switch step {
            case .bytes(let bytes): output.append(contentsOf: bytes)
            case .value(let place, let isEscaped):
                switch value(at: place) {
                case .text(let text):
                    if isEscaped {
                        HTMLEscaping.append(text, to: &output)
                    } else {
                        HTMLEscaping.appendRaw(text, to: &output)
                    }
                case .html(let bytes): output.append(contentsOf: bytes)
                case .flag, .view, .list, .texts: continue
                }
            case .currentText:
                if case .text(let text) = scopes.last { HTMLEscaping.append(text, to: &output) }
            case .section(let place, let body): runSection(value(at: place), body)
            case .invertedSection(let place, let body): if isAbsent(value(at: place)) { run(body) }
            case .first(let body): if isFirst { run(body) }
            case .last(let body): if isLast { run(body) }
            }
        }
    }

    private mutating func runSection(_ value: ViewValue, _ body: [TemplateProgram.Step]) {
        switch value {
        case .flag(let isTrue): if isTrue { run(body) }
        case .text(let text): if !text.isEmpty { run(body, in: .text(text)) }
        case .html(let bytes): if !bytes.isEmpty { run(body) }
        case .view(let view): if let view { run(body, in: .view(view)) }
        case .list(let views): runEach(views, body) { .view($0) }
        case .texts(let texts): runEach(texts, body) { .text($0) }
        }
    }

    private mutating func run(_ body: [TemplateProgram.Step], in scope: Scope) {
        scopes.append(scope)
        run(body)
        scopes.removeLast()
    }

    private mutating func runEach<Element>(
        _ elements: [Element], _ body: [TemplateProgram.Step], scope: (Element) -> Scope
    ) {
        let outer = (isFirst, isLast)
        for (index, element) in elements.enumerated() {
            isFirst = index == 0
            isLast = index == elements.count - 1
            run(body, in: scope(element))
        }
        (isFirst, isLast) = outer
    }

    private func value(at place: TemplateProgram.FieldPlace) -> ViewValue {
        guard case .view(var view) = scopes[place.scope] else { return .text("") }
        let last = place.fields.count - 1
        guard last >= 0 else { return .view(view) }
        for index in 0..<last {
            // An absent view has nothing in it.
            guard case .view(let next?) = view.value(at: place.fields[index]) else { return .text("") }
            view = next
        }
        return view.value(at: place.fields[last])
    }

    private func isAbsent(_ value: ViewValue) -> Bool {
        switch value {
        case .flag(let isTrue): !isTrue
        case .text(let text): text.isEmpty
        case .html(let bytes): bytes.isEmpty
        case .view(let view): view == nil
        case .list(let views): views.isEmpty
        case .texts(let texts): texts.isEmpty
        }
    }
}

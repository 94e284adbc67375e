/// Gives the names that a script declares for itself shorter ones.
///
/// A name gets the same short one wherever it stands, and no two names get the same, so that what hides what stays as it
/// is. Left alone are names that are also those of properties, that stand in templates, or that are used where the script
/// does not declare them: those are the browser's.
struct ScriptNames {
    private let tokens: [ScriptTokens.Token]
    /// For each token the place of the bracket that closes the group it stands in; the end of the script outside of all.
    private let groupEnds: [Int]
    /// For each opening bracket the place of its partner.
    private let partners: [Int: Int]
    /// For each closing bracket the place of its partner.
    private let openers: [Int: Int]

    init(_ tokens: [ScriptTokens.Token]) {
        self.tokens = tokens
        var partners: [Int: Int] = [:]
        var open: [Int] = []
        for (place, token) in tokens.enumerated() where token.kind == .sign {
            if token.is("(") || token.is("[") || token.is("{") {
                open.append(place)
            } else if token.is(")") || token.is("]") || token.is("}"), let start = open.popLast() {
                partners[start] = place
            }
        }
        var ends: [Int] = []
        var groupEnds: [Int] = []
        for place in tokens.indices {
            if ends.last == place { ends.removeLast() }
            groupEnds.append(ends.last ?? tokens.count)
            if let end = partners[place] { ends.append(end) }
        }
        self.partners = partners
        openers = Dictionary(uniqueKeysWithValues: partners.map { ($0.value, $0.key) })
        self.groupEnds = groupEnds
    }

    /// The same script with shorter names.
    var shortened: [ScriptTokens.Token] {
        var counts: [[UInt8]: Int] = [:]
        for token in tokens where token.kind == .name { counts[token.text, default: 0] += 1 }
        // What stands in a template, and words of the language, are taken.
        for name in namesInTemplates + ["do", "if", "in"].map({ Array($0.utf8) }) { counts[name, default: 0] += 1 }
        let names = ownNames.sorted { one, other in
            let (first, second) = (counts[one] ?? 0, counts[other] ?? 0)
            return first != second ? first > second : one.lexicographicallyPrecedes(other)
        }
        var short = Self.shortNames.lazy.filter { counts[$0] == nil }.makeIterator()
        var replacements: [[UInt8]: [UInt8]] = [:]
        for name in names where name.count > 1 {
            guard let next = short.next(), next.count < name.count else { continue }
            replacements[name] = next
        }
        return tokens.map { token in
            guard token.kind == .name, let replacement = replacements[token.text] else { return token }
            var token = token
            token.text = replacement
            return token
        }
    }

    /// One letter, then two.
    private static let shortNames: [[UInt8]] = {
        let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)
        return letters.map { [$0] } + letters.flatMap { first in letters.map { [first, $0] } }
    }()

    /// The names that are declared wherever they are used.
    private var ownNames: [[UInt8]] {
        var scopes: [[UInt8]: [Range<Int>]] = [:]
        for place in tokens.indices {
            for (name, scope) in declarations(at: place) { scopes[tokens[name].text, default: []].append(scope) }
        }
        // The members of classes are properties without a sign of it.
        guard !tokens.contains(where: { $0.is("class") }) else { return [] }
        let inTemplates = Set(namesInTemplates)
        for (place, token) in tokens.enumerated() where token.kind == .name {
            guard let own = scopes[token.text] else { continue }
            if isProperty(place) || !own.contains(where: { $0.contains(place) }) || inTemplates.contains(token.text) {
                scopes[token.text] = nil
            }
        }
        return Array(scopes.keys)
    }

    /// The places of the names that are declared at a place, with where they may be used.
    private func declarations(at place: Int) -> [(name: Int, scope: Range<Int>)] {
        let token = tokens[place]
        if token.is("const") || token.is("let") { return variables(behind: place) }
        guard token.is("=>"), place > 0 else { return [] }
        let scopeEnd = bodyEnd(behind: place)
        if tokens[place - 1].kind == .name { return [(place - 1, place - 1..<scopeEnd)] }
        guard let start = openers[place - 1] else { return [] }
        return (start + 1..<place - 1).filter { groupEnds[$0] == place - 1 }.compactMap { name in
            let isFirst = tokens[name - 1].is("(") && name - 1 == start || tokens[name - 1].is(",")
            return isFirst && tokens[name].kind == .name ? (name, name..<scopeEnd) : nil
        }
    }

    /// `const a = …, b = …` or `let a, b`: names that are taken out of objects and lists are not among them.
    private func variables(behind place: Int) -> [(name: Int, scope: Range<Int>)] {
        var found: [(Int, Range<Int>)] = []
        var isFirst = true
        var next = place + 1
        while next < min(groupEnds[place], tokens.count) {
            let token = tokens[next]
            if isFirst, token.kind == .name { found.append((next, place..<groupEnds[place])) }
            isFirst = token.is(",")
            if token.is(";") || token.is("of") || token.is("in") { break }
            next = (partners[next] ?? next) + 1
        }
        // What a `for` declares is used behind its brackets as well.
        guard place > 1, tokens[place - 1].is("("), tokens[place - 2].is("for") else { return found }
        let end = bodyEnd(behind: groupEnds[place])
        return found.map { ($0.0, place..<end) }
    }

    /// The end of the body behind an arrow, or behind the brackets of a `for`: of its braces, or of one expression.
    private func bodyEnd(behind place: Int) -> Int {
        var next = place + 1
        if next < tokens.count, tokens[next].is("{"), let end = partners[next] { return end + 1 }
        while next < min(groupEnds[place], tokens.count), !tokens[next].is(","), !tokens[next].is(";") {
            if next > place + 1, ScriptText.mayEndLine(between: tokens[next - 1], tokens[next]) { break }
            next = (partners[next] ?? next) + 1
        }
        return next
    }

    /// Whether the name at a place is one of a property: behind a dot, or in braces before a colon, by itself, or before a
    /// method's brackets.
    private func isProperty(_ place: Int) -> Bool {
        guard place > 0, place + 1 < tokens.count else { return false }
        let (before, after) = (tokens[place - 1], tokens[place + 1])
        if before.is(".") { return true }
        let isMethod =
            after.is("(") && partners[place + 1].map { $0 + 1 < tokens.count && tokens[$0 + 1].is("{") } == true
        if isMethod, ["get", "set", "async", "{", ",", "*"].contains(where: before.is) { return true }
        let isInBraces = groupEnds[place] < tokens.count && tokens[groupEnds[place]].is("}")
        guard isInBraces, before.is("{") || before.is(",") else { return false }
        return after.is(":") || after.is(",") || after.is("}") || after.is("=")
    }

    /// The names and other words that stand in templates.
    private var namesInTemplates: [[UInt8]] {
        tokens.filter { $0.text.first == UInt8(ascii: "`") }
            .flatMap { $0.text.split { !ScriptTokens.isNamePart($0) }.map { Array($0) } }
    }
}

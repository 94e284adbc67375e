/// The names under which each enterprise of `enterprises.yaml` was and is known.
package struct EnterpriseNames: Sendable {
    private var names: [[String]] = []
    private var indexByID: [String: Int] = [:]
    /// By comparable name; without names that several enterprises bear.
    private var indexByKey: [String: Int] = [:]

    /// - Parameter enterprises: ids, and all names of each, oldest first.
    package init(_ enterprises: some Sequence<(id: String, names: [String])>) {
        var shared: Set<String> = []
        for (index, enterprise) in enterprises.enumerated() {
            names.append(enterprise.names)
            indexByID[enterprise.id] = index
            for name in enterprise.names {
                let key = ComparableName.key(name)
                if let other = indexByKey.updateValue(index, forKey: key), other != index { shared.insert(key) }
            }
        }
        for key in shared { indexByKey[key] = nil }
    }

    /// Of no enterprise.
    package static let none = EnterpriseNames([(id: String, names: [String])]())

    /// What else an enterprise is or was called, and no other one.
    ///
    /// - Parameter id: of the enterprise where it is stated; empty where it is not.
    package func others(of name: String, id: String = "") -> [String] {
        let key = ComparableName.key(name)
        guard let index = indexByID[id] ?? indexByKey[key] else { return [] }
        return names[index].filter { other in
            let otherKey = ComparableName.key(other)
            return otherKey != key && indexByKey[otherKey] == index
        }
    }

    /// Whether two names are those of one enterprise, by the list.
    package func areOne(_ name: String, _ other: String) -> Bool {
        guard let index = indexByKey[ComparableName.key(name)] else { return false }
        return index == indexByKey[ComparableName.key(other)]
    }

    /// Equal for all names of one enterprise, however they are typed.
    package func key(_ name: String) -> String {
        let key = ComparableName.key(name)
        return indexByKey[key].map { "\n\($0)" } ?? key
    }
}

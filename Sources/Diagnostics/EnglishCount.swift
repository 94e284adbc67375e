extension Int {
    /// The number with the noun for what is counted, as English has it: “1 error”, “2 errors”.
    ///
    /// - Parameter plural: where it is not the noun with an s.
    package func counting(_ noun: String, _ plural: String? = nil) -> String {
        "\(self) \(self == 1 ? noun : plural ?? noun + "s")"
    }
}

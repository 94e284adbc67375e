import Testing

@testable import Diagnostics

@Suite("Nearest names")
struct NearestNameTests {
    @Test("a name with a few slips is found among others, whatever its characters", arguments: 0..<60)
    func slips(seed: Int) {
        var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        func next(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }
        let letters: [Character] = seed % 2 == 0 ? Array("abcdefgh-/") : Array("甲乙丙丁é𠮷a-/路")
        for _ in 0..<50 {
            let name = (0..<(3 + next(20))).map { _ in letters[next(letters.count)] }
            var slipped = name
            for _ in 0..<max(1, name.count / 3) where slipped.count > 1 {
                let place = next(slipped.count)
                switch next(3) {
                case 0: slipped[place] = letters[next(letters.count)]
                case 1 where slipped.count > name.count - name.count / 3: slipped.remove(at: place)
                default: slipped[place] = letters[next(letters.count)]
                }
            }
            #expect(NearestName.suggestion(for: String(slipped), among: [String(name)]) != nil, "\(name) \(slipped)")
        }
    }

    @Test("letter case makes no distance, and far names are none")
    func others() {
        #expect(NearestName.suggestion(for: "ABOUT", among: ["about"]) == "about")
        #expect(NearestName.suggestion(for: "about", among: ["rules", "forms"]) == nil)
        #expect(NearestName.suggestion(for: "甲乙", among: ["甲丙"]) == "甲丙")
    }
}

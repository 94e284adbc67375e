/// Characters that are put for each other by hand: those that sound alike, and those that look alike.
enum LikeCharacters {
    /// Whether one is easily written for the other.
    static func areLike(_ one: Character, _ other: Character) -> Bool {
        soundAlike(one, other) || lookAlike(one, other)
    }

    /// Whether the readings are the same but for what is often confused in speech: zh and z, ch and c, sh and s, final ng
    /// and n.
    private static func soundAlike(_ one: Character, _ other: Character) -> Bool {
        guard let one = sound(of: one), let other = sound(of: other) else { return false }
        return one == other
    }

    private static func sound(of character: Character) -> String? {
        guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1,
            var sound = PinyinTable.syllable(of: scalar), !sound.isEmpty
        else { return nil }
        if sound.hasSuffix("ng") { sound.removeLast() }
        for initial in ["zh", "ch", "sh"] where sound.hasPrefix(initial) {
            sound.remove(at: sound.index(after: sound.startIndex))
        }
        return sound
    }

    private static func lookAlike(_ one: Character, _ other: Character) -> Bool {
        guard let groups = groups[one] else { return false }
        return groups.contains(where: { $0.contains(other) })
    }

    private static let groups: [Character: [String]] = {
        var groups: [Character: [String]] = [:]
        for group in list.split(whereSeparator: \.isWhitespace).map(String.init) {
            for character in group { groups[character, default: []].append(group) }
        }
        return groups
    }()

    /// Groups of characters of like shapes, written down by hand.
    private static let list = """
        己已巳 市巿 未末 土士 干千于 人入八 日曰目 太犬大 天夫无 工土王 摊推滩 铺辅捕 处外 盾质循 护扩户 筋筯 养羊 构钩购沟勾 浙渐淅 桥侨娇 梁粱粱 隧遂邃 检捡险 拨拔 沥历厉
        洁沽 治冶 焊悍捍 浇绕饶晓 灌罐 掘崛 班斑 组祖租阻 测侧则 维推唯 护沪炉 养美 清请情晴 管菅 顶项须 轨轧 城诚成域 建健键 综棕踪
        宏宠 鸿鸠 湖潮糊 越趋 鑫森 泰秦奉 恒桓垣 盛盔 隆陇 鼎晶 源原 涵函 淮准 溪奚 滨宾 澄橙 洋详样 润闰 泽译择 汇江 沙纱抄 洲州
        港巷 湾弯 渠集 堤提 坝贝 闸间 泵录 站战 阀阔 廊廓 廷延 铣洗 刨抱 喷愤 锚描 模摸 板版扳 架驾 钢纲刚 筋箭 砼轻 浆桨 摄摇 振震
        吊帛 装裝 配酉 调凋 度席 巡迅 检俭 修悠 抢枪抡 险脸 栏拦 标际 绿录禄缘 园圆 林材村 景影 环坏 卫工 垃拉 圾级 扫打 运远 轮轮 车东
        晋普 皖皈 豫像 冀翼 陕峡狭 赣贡 粤奥 桂挂佳 琼凉 渝榆愉 川州 滇填 黔默 疆彊缰 宁字 夏厦 青清 徽微 苏办 徐除 常堂 熟热 柯村 萧肃 鄞郑
        乾干 坤神 龙尤 凤风 虎虑 鹏鹤 鹰应 雁雅 燕蒸 岭铃 峰锋蜂 岚风 岳兵 陵凌棱 明朋 晖辉 煌皇 旭旮 昊吴 昌晶 宇字宁 宙宁 寰环 瀚翰 博搏
        巨臣 伟玮 雄维 威成 胜性 利和 达迖 通道 顺须 安按 吉古 祥详 福幅副 禄录 寿涛 康庸 庆床 丰卡 裕浴 富高 华毕 兴头 荣茶 昭照 耀跃
        """
}

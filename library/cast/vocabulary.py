"""Words that say how people look, and the colours looks are drawn from."""

# ruff: noqa: E501, SIM905

from __future__ import annotations

FEMALE = "woman women girl lady female she her hers mother mum mom mommy wife sister daughter aunt niece grandmother grandma granny queen princess duchess actress waitress hostess businesswoman policewoman saleswoman widow bride girlfriend schoolgirl nun witch heroine superheroine housewife ballerina mrs ms miss madam lass gal".split()
MALE = "man men boy guy gentleman male he him his father dad daddy husband brother son uncle nephew grandfather grandpa king prince duke actor waiter host businessman policeman salesman widower groom boyfriend schoolboy monk wizard hero fisherman fireman mr sir lad bloke chap cowboy handyman".split()
OUTFITS_OF_A_SEX = {"bride": "dress", "princess": "dress", "queen": "dress", "ballerina": "dress"}

AGES = {
    "toddler": (4, 5), "infant": (4, 4), "child": (6, 10), "kid": (6, 11), "boy": (7, 11), "girl": (7, 11), "schoolboy": (8, 12), "schoolgirl": (8, 12),
    "pupil": (8, 14), "teen": (14, 17), "teenage": (14, 17), "teenager": (14, 17), "adolescent": (13, 16), "apprentice": (17, 20), "student": (19, 24),
    "intern": (20, 24), "young": (21, 28), "youth": (17, 20), "adult": (28, 45), "middle-aged": (44, 54), "mature": (48, 58), "older": (60, 68),
    "senior": (64, 72), "aged": (70, 80), "old": (68, 80), "elderly": (72, 82), "retired": (66, 74), "retiree": (66, 74), "pensioner": (68, 76),
    "grandmother": (66, 76), "grandma": (66, 76), "granny": (68, 78), "grandfather": (66, 76), "grandpa": (66, 76), "ancient": (82, 92), "veteran": (58, 68),
}  # fmt: skip
"""Word -> range of years, lowest and highest."""

DECADES = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
    "teens": 13,
}
NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
    "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30,
    "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip

HAIR_STYLES = {
    "bob": "bob", "bobbed": "bob", "ponytail": "ponytail", "pony": "ponytail", "bun": "bun", "chignon": "bun", "topknot": "bun", "curly": "curly", "curls": "curly",
    "afro": "afro", "frizzy": "afro", "crop": "crop", "cropped": "crop", "parted": "side_part", "side-parted": "side_part", "slicked": "slick", "slick": "slick",
    "buzz": "buzz", "shaved": "buzz", "shaven": "buzz", "crewcut": "buzz", "balding": "bald_sides", "receding": "bald_sides", "bald": "bald", "hairless": "bald",
    "braids": "braids", "braid": "braids", "braided": "braids", "pigtails": "braids", "plaits": "braids", "dreadlocks": "braids", "wavy": "wavy", "waves": "wavy",
    "pixie": "pixie", "mohawk": "mohawk", "punk": "mohawk", "spiky": "spiky", "messy": "spiky", "tousled": "spiky", "shaggy": "wavy",
}  # fmt: skip
"""Word -> style."""

HAIR_COLOURS = {
    "black": "#1B1513", "dark": "#2B1C15", "brunette": "#4A2C1C", "brown": "#4F2F1E", "chestnut": "#6A3A22", "auburn": "#7A3520", "red": "#A8431F", "ginger": "#BC5A25",
    "redhead": "#A8431F", "blonde": "#D9A75A", "blond": "#D9A75A", "golden": "#D2983F", "fair": "#DDB673", "sandy": "#B98B55", "grey": "#9A9794", "gray": "#9A9794",
    "silver": "#C0BFBE", "white": "#E4E0DA", "pink": "#D8608F", "blue": "#3A62B0", "purple": "#6B3FA0", "green": "#3F8A56",
}  # fmt: skip
EYE_COLOURS = {
    "blue": "#3F6E9A",
    "green": "#4F7F52",
    "brown": "#5A3722",
    "hazel": "#7A5A2C",
    "grey": "#6C7C86",
    "gray": "#6C7C86",
    "dark": "#2E1B12",
    "black": "#22150F",
    "amber": "#9A6420",
}
COLOURS = {
    "red": "#B8322C", "crimson": "#A01F2E", "scarlet": "#C4302A", "maroon": "#6E2430", "burgundy": "#6B2138", "pink": "#DE7F9C", "rose": "#D0687F", "orange": "#D9772B",
    "yellow": "#E5B33A", "mustard": "#D79A33", "gold": "#C9983A", "golden": "#C9983A", "green": "#3F7F4F", "olive": "#6E7040", "emerald": "#1F7F5C", "lime": "#8DB33A",
    "mint": "#9CCDB2", "turquoise": "#2F9C9A", "teal": "#227A7A", "cyan": "#3FA7C0", "blue": "#2F5F9E", "navy": "#243A5E", "azure": "#3F86C6", "indigo": "#3B3C82",
    "purple": "#6B3F86", "violet": "#74509C", "lavender": "#A99BCB", "lilac": "#B79CC6", "brown": "#6F4A30", "tan": "#B98F5E", "beige": "#D3BE98", "khaki": "#9A8A5C",
    "cream": "#EDE3CC", "white": "#EDEAE4", "grey": "#7C7F83", "gray": "#7C7F83", "silver": "#B4B8BC", "black": "#26262B", "charcoal": "#3A3D42", "dark": "#2C3038",
}  # fmt: skip
"""Clothes."""

SKINS = {
    "pale": "#F3BFA0",
    "fair": "#F0B08C",
    "light": "#EFA884",
    "rosy": "#EC9C7E",
    "olive": "#C98A5C",
    "tanned": "#CB8450",
    "tan": "#CB8450",
    "bronze": "#B5713F",
    "brown": "#9A5B34",
    "dark": "#6E3F26",
    "ebony": "#4E2B1B",
    "black": "#5A3220",
}
SKIN_TONES = (
    "#F3BFA0",
    "#F0AE88",
    "#EA9E76",
    "#DF9169",
    "#D2875A",
    "#BF7646",
    "#A5633A",
    "#85492B",
    "#663822",
    "#4E2B1B",
)
SKIN_CHANCES = (0.13, 0.17, 0.16, 0.13, 0.11, 0.08, 0.07, 0.06, 0.05, 0.04)

GARMENTS = {
    "suit": "suit", "tuxedo": "suit", "blazer": "suit", "tie": "suit", "dress": "dress", "gown": "dress", "skirt": "blouse", "blouse": "blouse", "coat": "coat", "trenchcoat": "coat",
    "overcoat": "coat", "raincoat": "coat", "cloak": "coat", "hoodie": "hoodie", "sweatshirt": "hoodie", "uniform": "uniform", "tracksuit": "sport", "sportswear": "sport",
    "jersey": "sport", "overalls": "worker", "dungarees": "worker", "apron": "cook", "armour": "knight", "armor": "knight", "cape": "superhero", "jacket": "jacket",
    "t-shirt": "tee", "tshirt": "tee", "tee": "tee", "shirt": "shirt", "sweater": "casual", "jumper": "casual", "pullover": "casual", "cardigan": "jacket", "jeans": "tee", "scrubs": "doctor",
}  # fmt: skip
"""Garment -> outfit."""

OCCUPATIONS = {
    "suit": "lawyer banker manager businessman businesswoman executive boss ceo director politician president minister diplomat broker accountant consultant agent spy detective gangster mafia groom butler salesman saleswoman ambassador judge host presenter anchor chairman",
    "shirt": "engineer programmer developer designer architect teacher professor lecturer writer author journalist reporter editor analyst librarian clerk salesperson administrator historian philosopher psychologist therapist",
    "hoodie": "gamer hacker student teenager skater rapper youtuber streamer teen intern",
    "uniform": "police policeman policewoman officer cop sheriff guard soldier captain pilot sergeant firefighter fireman general admiral sailor conductor marshal bodyguard",
    "sport": "athlete runner coach footballer boxer swimmer cyclist trainer jogger player gymnast dancer",
    "worker": "astronaut cosmonaut worker builder mechanic plumber electrician carpenter farmer gardener technician handyman labourer laborer welder miner trucker driver janitor repairman",
    "cook": "cook chef baker waiter waitress barista bartender butcher barkeeper pizzaiolo",
    "doctor": "doctor nurse surgeon physician dentist scientist chemist pharmacist vet veterinarian researcher paramedic biologist physicist lab",
    "knight": "knight warrior paladin crusader gladiator templar squire",
    "superhero": "superhero superheroine hero heroine vigilante",
    "dress": "princess queen bride ballerina actress singer socialite duchess",
    "coat": "inspector traveller traveler stranger wanderer poet widow widower investigator hunter",
    "jacket": "photographer biker musician artist rocker filmmaker painter guitarist",
    "blouse": "secretary receptionist assistant housewife grandmother grandma granny hostess",
}  # fmt: skip
"""Outfit -> occupations that wear it."""

HATS = {
    "cap": "cap",
    "beanie": "beanie",
    "beret": "beanie",
    "fedora": "fedora",
    "hat": "fedora",
    "helmet": "hard_hat",
    "toque": "toque",
    "cowboy": "straw_hat",
    "straw": "straw_hat",
    "crown": "crown",
    "king": "crown",
    "queen": "crown",
    "princess": "crown",
}
BEARDS = {
    "beard": "full",
    "bearded": "full",
    "stubble": "stubble",
    "unshaven": "stubble",
    "goatee": "goatee",
    "moustache": "moustache",
    "mustache": "moustache",
    "moustached": "moustache",
    "whiskers": "full",
}
BUILDS = {
    "slim": -0.6, "thin": -0.8, "skinny": -1.0, "slender": -0.6, "lean": -0.6, "petite": -0.6, "lanky": -0.9, "gaunt": -1.0, "heavy": 0.8, "fat": 1.0, "chubby": 0.7, "plump": 0.7,
    "stout": 0.8, "overweight": 0.9, "big": 0.6, "burly": 0.7, "stocky": 0.6, "round": 0.8, "muscular": 0.3, "athletic": 0.1, "strong": 0.3, "broad": 0.4,
}  # fmt: skip
HEIGHTS = {
    "tall": 0.10,
    "giant": 0.22,
    "huge": 0.18,
    "lanky": 0.10,
    "short": -0.10,
    "small": -0.09,
    "tiny": -0.16,
    "petite": -0.08,
    "little": -0.08,
}
"""Word -> metres more or less than usual."""

PALETTES = {
    "casual": (("#2F5573", "#A98557", "#EDE6D8"), ("#B4552F", "#39414F", "#E8DFD0"), ("#4F7A5A", "#8A7458", "#E6DCC8"), ("#C99A3C", "#3A4A63", "#F0E8DA"), ("#7A3F55", "#4A4A4E", "#DDD3C6"), ("#D8CBB5", "#5B4636", "#7A3F2C"), ("#6E8FA8", "#4B3B32", "#EFE9DF")),
    "suit": (("#2B3242", "#E9E5DE", "#8E2F36"), ("#3E4147", "#DCE3EA", "#2F5573"), ("#4A3A32", "#EFE6D6", "#3F6B5A"), ("#23303A", "#E8E8EA", "#C08A36"), ("#5A5F66", "#F0EDE6", "#5A2F4C")),
    "dress": (("#2F7F78", "#F0E4CF", "#C9A04A"), ("#B23A48", "#F2E6DA", "#2A2226"), ("#E0A83A", "#5A2F4C", "#6B3A2A"), ("#3F5F9C", "#EFE8DC", "#8A2F3E"), ("#7D4E86", "#EADFE6", "#3A2A3C"), ("#D77F6C", "#F2E7D6", "#5A3A30")),
    "coat": (("#A8763F", "#3A4250", "#EDE3D0"), ("#3B4A5C", "#6A5A48", "#C25B3A"), ("#6E2B36", "#33363C", "#E9DFCF"), ("#4E5B45", "#5A4636", "#D9C7A0"), ("#2E2F36", "#5B6068", "#B8322C")),
    "hoodie": (("#6B7F3F", "#39414F", "#E9E4DA"), ("#C4572E", "#2F3644", "#F0E9DD"), ("#4C6E96", "#2E2E34", "#EAE2D2"), ("#7C5A96", "#3A4454", "#F0E6DA"), ("#8A8F96", "#36506E", "#C8452F"), ("#D9A62E", "#384656", "#F2EBDD")),
    "uniform": (("#2B3C5E", "#243049", "#C9A04A"), ("#3E4A3A", "#39402F", "#B8953F"), ("#3A3F48", "#2C3038", "#B4B8BC")),
    "sport": (("#C43E32", "#2B3242", "#F2EEE6"), ("#2F7FA6", "#26303E", "#F0C23A"), ("#3F8F5A", "#2B3A34", "#F2EEE6"), ("#E07B2E", "#2F3644", "#F2EEE6"), ("#7A4FA0", "#2E2C3C", "#9CD3C0")),
    "worker": (("#33567E", "#C9642F", "#D9A23C"), ("#5A5F3C", "#B94A2E", "#C9A04A"), ("#6B4A35", "#D3B58A", "#E07B2E"), ("#46607A", "#8A2F30", "#E0B040")),
    "cook": (("#F0ECE4", "#3A3F48", "#B8322C"), ("#EDE6DA", "#2E3440", "#2F6F5A"), ("#F2EEE8", "#4A3A32", "#2F5573")),
    "doctor": (("#F1F0EC", "#5F9CA6", "#4A5A66"), ("#EFEFEA", "#4F7FA8", "#3A4656"), ("#F2F0EC", "#7FA884", "#4A4E58")),
    "knight": (("#A9B0B8", "#8E2F36", "#C9A04A"), ("#9CA3AB", "#2F4F86", "#B8953F"), ("#7E858E", "#3F6B4A", "#C0A050")),
    "superhero": (("#B52A30", "#27406F", "#E3B53A"), ("#244F8E", "#B52A30", "#F0C840"), ("#3C2A5E", "#2E9A8A", "#E8C04A"), ("#1F6B4F", "#20242C", "#E2A93A")),
    "jacket": (("#2F4A66", "#A98557", "#EDE6D8"), ("#6A4028", "#33455C", "#E9E0D0"), ("#2E2F34", "#4A5A70", "#D8D2C8"), ("#5E6B45", "#4B3B30", "#F0E6D2"), ("#8A3A32", "#3A4048", "#EDE4D4")),
    "shirt": (("#8FB0CC", "#38455A", "#6B4A34"), ("#E9E2D4", "#5A4A3C", "#3A2A22"), ("#B5623E", "#3C4450", "#4A3426"), ("#6E8F7A", "#7A6448", "#3E2E24"), ("#5A3F5E", "#3A3E48", "#2E2622")),
    "tee": (("#D8574A", "#3A5878", "#F0EAE0"), ("#EDE7DB", "#4A6A8C", "#C8452F"), ("#3F8A80", "#39414F", "#EFE8DC"), ("#E5B33A", "#44566E", "#F2ECE0"), ("#4A4E58", "#8A7458", "#E5DCCB")),
    "blouse": (("#EFE3D0", "#5A2F4C", "#2A2A30"), ("#A9C4C9", "#3A4A5C", "#3A2A26"), ("#D98F7A", "#4A3A4C", "#3C2A26"), ("#E3A93C", "#5A2F4C", "#2A2A30"), ("#F0ECE4", "#7A3F3A", "#3A2622")),
}  # fmt: skip
"""Outfit -> sets of main, second and accent colours."""

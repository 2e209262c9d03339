import { inCity } from './locality.ts'

export const HARARE = [
  ...inCity(
    'Harare',
    `
    Alexandra Park | | -17.796 31.054 | Alex Park
    Arcadia | | -17.842 31.056 |
    Ashdown Park | | -17.768 30.991 |
    Avenues | | -17.819 31.051 | The Avenues
    Avondale | | -17.803 31.036 | Avondale West, Avondale North
    Ballantyne Park | | -17.773 31.096 |
    Belgravia | | -17.806 31.043 |
    Belvedere | | -17.829 31.015 | Belvedere North, Belvedere West
    Bluff Hill | | -17.764 30.985 | Bluffhill
    Borrowdale | | -17.756 31.098 | Bdale, Borrowdale Village, Sam Levy
    Borrowdale Brooke | | -17.719 31.134 | Borrowdale Brook, The Brooke
    Borrowdale West | | -17.747 31.068 |
    Braeside | | -17.848 31.070 |
    Budiriro | | -17.893 30.925 | Budi
    Chisipite | | -17.783 31.120 | Chispite, Chisi
    Colne Valley | | -17.776 31.092 |
    Cranborne | | -17.844 31.084 | Cranborne Park
    Dzivarasekwa | | -17.808 30.915 | DZ
    Eastlea | | -17.829 31.078 | East Lea
    Emerald Hill | | -17.787 31.026 |
    Glen Lorne | | -17.744 31.158 | Glenlorne, Glen Lorn
    Glen Norah | | -17.910 30.978 | Glen Nora, Glennorah
    Glen View | | -17.908 30.954 | Glenview
    Greencroft | | -17.778 31.008 |
    Greendale | | -17.816 31.123 | Greendale North
    Greystone Park | | -17.750 31.128 | Greystone, Graystone Park
    Gunhill | | -17.799 31.070 | Gun Hill
    Harare CBD | | -17.829 31.050 | Town, City Centre, CBD
    Hatcliffe | | -17.688 31.114 |
    Hatfield | | -17.872 31.081 |
    Helensvale | | -17.735 31.123 |
    Highfield | | -17.887 30.989 | Fio, Highfields
    Highlands | | -17.801 31.100 |
    Hillside | | -17.843 31.077 |
    Hogerty Hill | | -17.733 31.096 |
    Houghton Park | | -17.890 31.013 |
    Kambuzuma | | -17.852 30.970 |
    Kensington | | -17.809 31.030 |
    Kuwadzana | | -17.826 30.917 | Kuwadzana Extension
    Mabelreign | | -17.788 30.993 | Mabelrain, Sentosa
    Mabvuku | | -17.839 31.182 |
    Mainway Meadows | | -17.908 31.048 |
    Mandara | | -17.796 31.135 |
    Marlborough | | -17.753 31.002 | Marlboro, New Marlborough
    Mbare | | -17.857 31.040 |
    Milton Park | | -17.818 31.027 |
    Mount Pleasant | | -17.774 31.050 | Mt Pleasant, Mt. Pleasant
    Mount Pleasant Heights | | -17.742 31.038 | Mt Pleasant Heights
    Msasa | | -17.839 31.118 |
    Msasa Park | | -17.861 31.111 |
    Mufakose | | -17.867 30.934 |
    Newlands | | -17.810 31.088 |
    Philadelphia | | -17.739 31.117 |
    Pomona | | -17.754 31.079 |
    Prospect | | -17.884 31.053 |
    Queensdale | | -17.854 31.082 |
    Rhodesville | | -17.818 31.097 |
    Ridgeview | | -17.835 31.000 |
    Southerton | | -17.864 31.011 |
    Strathaven | | -17.793 31.028 |
    Tafara | | -17.831 31.199 |
    The Grange | | -17.770 31.148 | Grange
    Tynwald | | -17.811 30.956 | Tynwald North, Tynwald South
    Umwinsidale | | -17.756 31.189 |
    Vainona | | -17.742 31.079 |
    Warren Park | | -17.831 30.980 | Warren Park D
    Waterfalls | | -17.890 31.030 |
    Westgate | | -17.764 30.979 |
    Workington | | -17.848 31.023 |
  `
  ),
  ...inCity('Ruwa', 'Ruwa | | -17.890 31.244 | Zimre Park'),
  ...inCity('Epworth', 'Epworth | | -17.890 31.147 |'),
  ...inCity('Chitungwiza', 'Chitungwiza | | -18.013 31.076 | Chitown, Zengeza, Seke'),
]
